// The transforms of every instruction set against the defining sum, in the order that they state,
// and back.
#include "transforms/fourier.hpp"

#include <doctest/doctest.h>

#include "engine/methods/spectra.hpp"
#include "kernels/instruction_set.hpp"
#include "transforms/defining_sum.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

template <class Real>
void transforms_agree(index_t points, instruction_set set) {
    CAPTURE(points);
    CAPTURE(to_string(set));
    const fourier<Real> transforms(points, kernels_of<Real>(set));
    const auto x = random_samples(points);
    const aligned_memory<Real> memory(engine::spectrum_size<Real>(points));
    const auto values = engine::split_at(memory.data(), points);
    for (std::size_t n = 0; n < x.size(); ++n) {
        values.re[n] = static_cast<Real>(x[n].real());
        values.im[n] = static_cast<Real>(x[n].imag());
    }
    const double unit = error_unit<Real>(x);
    transforms.forward(values);
    const auto order = transforms.order();
    std::vector<bool> seen(x.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto k = static_cast<std::size_t>(order[i]);
        REQUIRE(k < seen.size());
        CHECK_FALSE(seen[k]);
        seen[k] = true;
        if (i % (1 + order.size() / 64) != 0) continue;
        const std::complex<double> value(values.re[i], values.im[i]);
        CHECK(std::abs(value - defining_sum(x, order[i])) <= unit);
    }
    transforms.inverse(values);
    const double scale = 1 / static_cast<double>(points);
    for (std::size_t n = 0; n < x.size(); ++n) {
        const std::complex<double> back(values.re[n] * scale, values.im[n] * scale);
        CHECK(std::abs(back - x[n]) <= unit);
    }
}

}  // namespace

TEST_CASE("fourier: forward is the defining sum in the stated order, inverse undoes it") {
    for (const auto set : instruction_sets()) {
        for (const index_t points : {256, 512, 1024, 2048, 8192}) {
            transforms_agree<float>(points, set);
            transforms_agree<double>(points, set);
        }
    }
}
