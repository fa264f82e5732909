#include <bit>
#include <limits>

#include "kernels/kernel_cases.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

template <class Real>
Real all_bits() {
    if constexpr (sizeof(Real) == 4)
        return std::bit_cast<Real>(~std::uint32_t{0});
    else
        return std::bit_cast<Real>(~std::uint64_t{0});
}

/// A vector of outputs of each of `count` periods; where not all steps are full, some elements have
/// no tap. What no tap reads is NaN.
template <class Real>
void neighbours_agree(const kernels::table<Real>& table, std::mt19937& random, index_t steps,
                      bool is_full, index_t last_place, index_t outputs, index_t count,
                      kernels::store how) {
    constexpr index_t unit = 2;
    constexpr index_t period = 5;
    const index_t width = table.width;
    std::vector<Real> taps(static_cast<std::size_t>(steps * width));
    std::vector<Real> has_tap;
    fill(random, taps.data(), steps * width);
    std::vector<std::int32_t> places;
    for (index_t e = 0; e < width; ++e) {
        const index_t place = static_cast<index_t>(random()) % (last_place + 1);
        places.push_back(static_cast<std::int32_t>(e == 0 ? last_place : place));
    }
    const index_t spread = width * (count == 0 ? 0 : 3);  // of outputs: whole vectors
    const index_t length =
        count == 0 ? 0 : period * (count - 1) + unit * std::max<index_t>(steps - 1, 0) + 2 * width;
    const fenced<Real> x(length);
    const index_t extent = count == 0 ? 0 : spread * (count - 1) + width;
    std::fill(x.data(), x.data() + length, std::numeric_limits<Real>::quiet_NaN());
    const fenced<Real> y((extent + 63) / 64 * 64);  // begins at a vector of memory
    fill(random, y.data(), extent);
    std::vector<Real> wanted(y.data(), y.data() + extent);
    std::vector<bool> is_read(taps.size());
    for (index_t t = 0; t < steps; ++t) {
        for (index_t e = 0; e < width; ++e) {
            const bool reads = is_full || random() % 2 == 0;
            if (!is_full) has_tap.push_back(reads ? all_bits<Real>() : Real{});
            is_read[static_cast<std::size_t>(t * width + e)] = reads;
        }
    }
    const auto for_each_product = [&](const auto& f) {
        for (index_t n = 0; n < count * outputs * steps; ++n) {
            const index_t t = n % steps;
            const index_t e = n / steps % outputs;
            const index_t j = n / steps / outputs;
            const auto tap = static_cast<std::size_t>(t * width + e);
            const index_t place = period * j + unit * t + places[static_cast<std::size_t>(e)];
            if (is_read[tap]) f(spread * j + e, taps[tap], x.data()[place]);
        }
    };
    for_each_product([&](index_t, Real, Real& in) { fill(random, &in, 1); });
    for (index_t n = 0; how != kernels::store::add && n < count * outputs; ++n) {
        wanted[static_cast<std::size_t>(spread * (n / outputs) + n % outputs)] = 0;
    }
    for_each_product(
        [&](index_t at, Real tap, Real in) { wanted[static_cast<std::size_t>(at)] += tap * in; });
    if (outputs < width && how == kernels::store::stream) how = kernels::store::replace;
    table.neighbours({steps, taps.data(), is_full ? nullptr : has_tap.data(), places.data(),
                      last_place, outputs},
                     x.data(), y.data(), {unit, period, spread}, count, how);
    CHECK(std::equal(wanted.begin(), wanted.end(), y.data()));
}

}  // namespace

TEST_CASE("neighbours: neighbouring outputs are the sums of their formula, within their memory") {
    with_every_table([](const auto& table, std::mt19937& random) {
        for (const auto how : stores) {
            for (index_t count = 0; count <= 20; ++count) {
                for (const index_t steps : {0, 5, 35}) {
                    for (const index_t outputs : {index_t{1}, table.width / 2 + 1, table.width}) {
                        for (const index_t last :
                             {index_t{0}, table.width - 1, table.width + 1, 2 * table.width - 1}) {
                            neighbours_agree(table, random, steps, true, last, outputs, count, how);
                            neighbours_agree(table, random, steps, false, last, outputs, count,
                                             how);
                        }
                    }
                }
            }
        }
    });
}
