// Samples to and from the integers of audio files: full scale is 2^(bits−1).
#pragma once

#include <limits>
#include <type_traits>

#include "engine/kernels/kernels.hpp"

namespace noble::kernels {

// Adding 1.5·2^m to values below 2^m, where the sum has m + 1 bits, rounds them to integers as the
// processor rounds: to nearest, ties to even. Compilers make vectors of that, and not of
// std::nearbyint. Floats hold the integers of 16 bits and their sums; all others take doubles.
template <class Stored, class Real>
[[gnu::always_inline]] inline pcm_counts round_piece(const Real* x, index_t count, int bits,
                                                     Stored* y) {
    using wide = std::conditional_t<sizeof(Stored) == 2, Real, double>;
    using tally = std::conditional_t<sizeof(wide) == 4, std::int32_t, std::int64_t>;
    constexpr wide rounder = sizeof(wide) == 4 ? wide{0x1.8p23} : wide{0x1.8p52};
    const int spare = std::numeric_limits<Stored>::digits + 1 - bits;
    const auto shift = static_cast<std::int32_t>(std::uint32_t{1} << spare);
    const auto full = static_cast<wide>(index_t{1} << (bits - 1));
    const wide low = -full;
    const wide high = full - 1;
    const wide below = low - 1;
    const wide above = high + 1;
    tally clipped = 0;
    tally nan = 0;
    for (index_t i = 0; i < count; ++i) {
        const wide scaled = static_cast<wide>(x[i]) * full;
        // NaN, which no comparison holds for, becomes `below`: a cast of it is undefined.
        const wide not_below = below < scaled ? scaled : below;
        const wide near = not_below < above ? not_below : above;
        const wide rounded = (near + rounder) - rounder;
        const wide not_low = low < rounded ? rounded : low;
        const wide value = not_low < high ? not_low : high;
        clipped += value != rounded ? 1 : 0;
        // NOLINTNEXTLINE(misc-redundant-expression): compilers make no vectors of std::isnan
        nan += scaled == scaled ? 0 : 1;
        y[i] = static_cast<Stored>(static_cast<std::int32_t>(value) * shift);
    }
    return {clipped, nan};
}

// In pieces, within which a 32-bit tally cannot overflow.
template <class Stored, class Real>
[[gnu::always_inline]] inline pcm_counts round_pieces(const Real* x, index_t count, int bits,
                                                      Stored* y) {
    constexpr index_t piece = 4096;
    pcm_counts sum;
    for (index_t begin = 0; begin < count; begin += piece) {
        const index_t some = count - begin < piece ? count - begin : piece;
        const pcm_counts more = round_piece<Stored>(x + begin, some, bits, y + begin);
        sum.clipped += more.clipped;
        sum.nan += more.nan;
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
