#include <cmath>
#include <limits>

#include "kernels/kernel_cases.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

template <class Real>
void lanes_move(const kernels::table<Real>& table, std::mt19937& random, index_t words,
                index_t length, index_t gap, kernels::store how) {
    const index_t width = table.width;
    const index_t signals = width / words;
    const index_t distance = (length + gap) * words;
    const index_t extent = distance * (signals - 1) + length * words;
    const fenced<Real> from(extent);
    const fenced<Real> lanes(length * width);
    const fenced<Real> back(extent);
    fill(random, from.data(), extent);
    fill(random, back.data(), extent);
    std::vector<Real> wanted(back.data(), back.data() + extent);
    table.into_lanes(from.data(), distance, words, length, lanes.data());
    table.out_of_lanes(lanes.data(), distance, words, length, back.data(), how);
    bool all = true;
    for (index_t l = 0; l < signals; ++l) {
        for (index_t m = 0; m < length; ++m) {
            for (index_t w = 0; w < words; ++w) {
                const index_t place = l * distance + m * words + w;
                all = all && lanes.data()[m * width + l * words + w] == from.data()[place];
                wanted[static_cast<std::size_t>(place)] = from.data()[place];
            }
        }
    }
    CHECK(all);
    CHECK(std::equal(wanted.begin(), wanted.end(), back.data()));
}

// x·2^(bits−1) to nearest, ties to even, saturated, left-justified.
template <class Stored>
Stored pcm_of(double x, int bits) {
    const double full = std::ldexp(1.0, bits - 1);
    const double value = std::clamp(std::nearbyint(x * full), -full, full - 1);
    const int spare = std::numeric_limits<Stored>::digits + 1 - bits;
    return static_cast<Stored>(static_cast<std::int64_t>(value) * (std::int64_t{1} << spare));
}

template <class Real>
void pcm_converts(const kernels::table<Real>& table, std::mt19937& random, index_t count) {
    const fenced<Real> x(count);
    const fenced<std::int16_t> narrow(count);
    const fenced<std::int32_t> wide(count);
    const fenced<Real> back(count);
    std::uniform_int_distribution<int> halves(-66000, 66000);  // of a step: ties are among them
    index_t clipped = 0;
    for (index_t i = 0; i < count; ++i) {
        x.data()[i] = static_cast<Real>(halves(random)) * Real{0x1p-16};
        const double steps = std::nearbyint(static_cast<double>(x.data()[i]) * 0x1p15);
        clipped += steps < -0x1p15 || steps > 0x1p15 - 1 ? 1 : 0;
    }
    const auto counts = table.to_int16(x.data(), count, narrow.data());
    CHECK(counts.clipped == clipped);
    CHECK(counts.nan == 0);
    table.from_int16(narrow.data(), count, back.data());
    bool all = true;
    for (index_t i = 0; i < count; ++i) {
        const auto wanted = pcm_of<std::int16_t>(x.data()[i], 16);
        all = all && narrow.data()[i] == wanted && back.data()[i] == wanted * Real{0x1p-15};
    }
    for (const int bits : {8, 20, 24, 32}) {
        table.to_int32(x.data(), count, bits, wide.data());
        for (index_t i = 0; i < count; ++i) {
            all = all && wide.data()[i] == pcm_of<std::int32_t>(x.data()[i], bits);
        }
    }
    CHECK(all);
    if (count == 0) return;
    x.data()[count / 2] = std::numeric_limits<Real>::quiet_NaN();
    CHECK(table.to_int16(x.data(), count, narrow.data()).nan == 1);
    CHECK(table.to_int32(x.data(), count, 24, wide.data()).nan == 1);
}

}  // namespace

TEST_CASE("moves: signals go into lanes and back, and samples become integers and back") {
    with_every_table([](const auto& table, std::mt19937& random) {
        for (const index_t count : {0, 1, 7, 16, 67, 5000}) pcm_converts(table, random, count);
        for (index_t length = 1; length <= 40; ++length) {
            for (const index_t words : {1, 2}) {
                // The last gap is one that lets every signal begin alike within a vector.
                for (const index_t gap : {index_t{0}, index_t{1}, index_t{5}, -length & 15}) {
                    lanes_move(table, random, words, length, gap, kernels::store::replace);
                    lanes_move(table, random, words, length, gap, kernels::store::stream);
                }
            }
        }
    });
}
