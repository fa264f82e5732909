// Samples to and from the integers of audio files: full scale is 2^(bits−1).
#pragma once

#include <limits>
#include <type_traits>

#include "kernels/kernels.hpp"

namespace noble::kernels {

// Floats hold the integers of 16 bits, and their sums; all others take doubles.
template <class Stored, class Real>
using wide_for = std::conditional_t<sizeof(Stored) == 2, Real, double>;

// Full scale, 2^(bits−1), and the factor that left-justifies.
template <class Stored, class Wide>
struct pcm_scale {
    [[gnu::always_inline]] explicit pcm_scale(int bits)
        : full(static_cast<Wide>(index_t{1} << (bits - 1))),
          shift(static_cast<std::int32_t>(std::uint32_t{1}
                                          << (std::numeric_limits<Stored>::digits + 1 - bits))) {}

    // Adding 1.5·2^m to values below 2^m, where the sum has m + 1 bits, rounds them to integers as
    // the processor rounds: to nearest, ties to even. Compilers make vectors of that, and not of
    // std::nearbyint.
    [[gnu::always_inline]] static Wide rounded(Wide x) {
        constexpr Wide rounder = sizeof(Wide) == 4 ? Wide{0x1.8p23} : Wide{0x1.8p52};
        return (x + rounder) - rounder;
    }
    [[gnu::always_inline]] Stored stored(Wide value) const {
        return static_cast<Stored>(static_cast<std::int32_t>(value) * shift);
    }

    Wide full;
    std::int32_t shift;
};

// Whether all are numbers that need not be saturated.
template <class Wide, class Real>
[[gnu::always_inline]] inline bool is_within(const Real* x, index_t count, Wide full) {
    using tally = std::conditional_t<sizeof(Wide) == 4, std::int32_t, std::int64_t>;
    const Wide most = full - 1;
    tally outside = 0;
    for (index_t i = 0; i < count; ++i) {
        const Wide scaled = static_cast<Wide>(x[i]) * full;
        outside += (scaled <= most ? 0 : 1) + (scaled >= -most ? 0 : 1);
    }
    return outside == 0;
}

template <class Stored, class Real>
[[gnu::always_inline]] inline pcm_counts saturate(
    const Real* x, index_t count, const pcm_scale<Stored, wide_for<Stored, Real>>& by, Stored* y) {
    using wide = wide_for<Stored, Real>;
    const wide low = -by.full;
    const wide high = by.full - 1;
    pcm_counts counts;
    for (index_t i = 0; i < count; ++i) {
        const wide scaled = static_cast<wide>(x[i]) * by.full;
        // NaN, which no comparison holds for, becomes low − 1: a cast of it is undefined.
        const wide not_below = low - 1 < scaled ? scaled : low - 1;
        const wide rounded = by.rounded(not_below < high + 1 ? not_below : high + 1);
        const wide not_low = low < rounded ? rounded : low;
        const wide value = not_low < high ? not_low : high;
        counts.clipped += value != rounded ? 1 : 0;
        // NOLINTNEXTLINE(misc-redundant-expression): std::isnan is common code
        counts.nan += scaled != scaled ? 1 : 0;
        y[i] = by.stored(value);
    }
    return counts;
}

// In pieces that stay in the first cache: few of them hold what must be looked at one by one.
template <class Stored, class Real>
[[gnu::always_inline]] inline pcm_counts round_pieces(const Real* x, index_t count, int bits,
                                                      Stored* y) {
    using wide = wide_for<Stored, Real>;
    constexpr index_t piece = 1024;
    const pcm_scale<Stored, wide> by(bits);
    pcm_counts sum;
    for (index_t begin = 0; begin < count; begin += piece) {
        const index_t some = count - begin < piece ? count - begin : piece;
        const Real* const from = x + begin;
        if (!is_within(from, some, by.full)) {
            const pcm_counts more = saturate(from, some, by, y + begin);
            sum.clipped += more.clipped;
            sum.nan += more.nan;
            continue;
        }
        for (index_t i = 0; i < some; ++i) {
            y[begin + i] = by.stored(by.rounded(static_cast<wide>(from[i]) * by.full));
        }
    }
    return sum;
}

template <class Vector, class Real = typename Vector::value_type>
pcm_counts to_int16(const Real* x, index_t count, std::int16_t* y) {
    return round_pieces<std::int16_t>(x, count, 16, y);
}

template <class Vector, class Real = typename Vector::value_type>
pcm_counts to_int32(const Real* x, index_t count, int bits, std::int32_t* y) {
    return round_pieces<std::int32_t>(x, count, bits, y);
}

template <class Vector, class Real = typename Vector::value_type>
void from_int16(const std::int16_t* x, index_t count, Real* y) {
    for (index_t i = 0; i < count; ++i) y[i] = static_cast<Real>(x[i]) * Real{0x1p-15};
}

}  // namespace noble::kernels
