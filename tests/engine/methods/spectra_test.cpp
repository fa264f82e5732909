// Spectra against the defining sum of each filter of a period.
#include "engine/methods/spectra.hpp"

#include <doctest/doctest.h>

#include <numbers>

#include "engine/methods/blocks.hpp"
#include "engine/methods/runner_cases.hpp"
#include "kernels/instruction_set.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

/// G[k] = 1/F·Σ_w c_r[M·w + m]·e^(+2πi·k·(w − first)/F): tap w meets x[j + w].
template <class T>
std::complex<double> sum_at(const canonical<T>& form, const block_grid& grid, index_t r, index_t m,
                            index_t k) {
    const index_t points = grid.block.points;
    std::complex<double> sum = 0;
    for (const auto& tap : form.row(r)) {
        if (checked::floor_mod(tap.offset, form.inputs()) != m) continue;
        const index_t w = checked::floor_div(tap.offset, form.inputs()) - grid.span.first;
        const double turns = static_cast<double>(k * w % points) / static_cast<double>(points);
        sum += std::complex<double>(tap.value) * std::polar(1.0, 2 * std::numbers::pi * turns);
    }
    return sum / static_cast<double>(points);
}

template <class T>
void agrees(const op& word) {
    using real = engine::real_of<T>;
    const auto form = form_of<T>(word);
    const auto grid = engine::blocks_of(form).value();
    for (const auto set : instruction_sets()) {
        const engine::spectra<real> spectra(form, grid, kernels_of<real>(set));
        const auto order = spectra.transforms().order();
        double largest = 0;
        double worst = 0;
        for (index_t r = 0; r < form.outputs(); ++r) {
            for (index_t m = 0; m < form.inputs(); ++m) {
                const auto filter = spectra.of(r, m);
                for (std::size_t i = 0; i < order.size(); ++i) {
                    const std::complex<double> value(filter.re[i], filter.im[i]);
                    largest = std::max(largest, std::abs(value));
                    worst = std::max(worst, std::abs(value - sum_at(form, grid, r, m, order[i])));
                }
            }
        }
        CAPTURE(to_string(word));
        CHECK(worst <= 4 * std::numeric_limits<real>::epsilon() * largest);
        CHECK(spectra.largest() == doctest::Approx(largest).epsilon(1e-6));
    }
}

}  // namespace

TEST_CASE("spectra: of each filter of a period, divided by the number of points") {
    std::mt19937 random(1);
    const auto q = whole_taps(random, 20);
    for (const op& word : {conv(q), down(2) * conv(q), conv(q) * up(3, 1)}) {
        agrees<float>(word);
        agrees<double>(word);
    }
    agrees<std::complex<double>>(down(2) * conv(whole_taps(random, 20, true)));
}
