// Element types to what audio files store.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <type_traits>

#include "noble/limit.hpp"

namespace noble::io {

/// What a conversion has met on its way.
struct conversion_counts {
    index_t clipped = 0;  ///< values beyond full scale, saturated
    index_t nan = 0;      ///< of as much as was looked at; what is stored for them means nothing
};

/// x·2^(bits−1) to nearest, ties to even, saturated, and left-justified in Stored.
///
/// Adding 1.5·2^m to values below 2^m, where the sum has m + 1 bits, rounds them to integers as
/// the processor rounds: to nearest, ties to even. Compilers make vectors of that, and not of
/// std::nearbyint. Floats hold the integers of 16 bits and their sums; all others take doubles.
template <class T, class Stored>
class pcm_rounding {
 public:
    explicit pcm_rounding(int bits)
        : full_(std::ldexp(real{1}, bits - 1)),
          shift_(index_t{1} << (std::numeric_limits<Stored>::digits + 1 - bits)) {}

    conversion_counts operator()(std::span<const T> values, Stored* out) const {
        conversion_counts counts;
        for (std::size_t begin = 0; begin < values.size(); begin += piece) {
            const auto part = values.subspan(begin, std::min(piece, values.size() - begin));
            add(counts, convert(part, out + begin));
        }
        return counts;
    }

 private:
    using real = std::conditional_t<std::is_same_v<Stored, short>, T, double>;
    using tally = std::conditional_t<sizeof(real) == 4, std::int32_t, std::int64_t>;
    static constexpr std::size_t piece = 4096;  // within which a 32-bit tally cannot overflow
    static constexpr real rounder = sizeof(real) == 4 ? real{0x1.8p23} : real{0x1.8p52};

    static void add(conversion_counts& sum, const conversion_counts& more) {
        sum.clipped += more.clipped;
        sum.nan += more.nan;
    }

    conversion_counts convert(std::span<const T> values, Stored* out) const {
        const real low = -full_;
        const real high = full_ - 1;
        const auto shift = static_cast<std::int32_t>(shift_);
        tally clipped = 0;
        tally nan = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const real x = static_cast<real>(values[i]) * full_;
            // The order of std::max's arguments makes NaN low − 1: a cast of NaN is undefined.
            const real near = std::min(std::max(low - 1, x), high + 1);
            const real rounded = (near + rounder) - rounder;
            const real value = std::min(std::max(rounded, low), high);
            clipped += value != rounded ? 1 : 0;
            // NOLINTNEXTLINE(misc-redundant-expression): compilers make no vectors of std::isnan
            nan += x == x ? 0 : 1;
            out[i] = static_cast<Stored>(static_cast<std::int32_t>(value) * shift);
        }
        return {clipped, nan};
    }

    real full_;
    index_t shift_;
};

/// The value, rounded to Stored; NaN is one.
template <class T, class Stored>
struct plain_cast {
    conversion_counts operator()(std::span<const T> values, Stored* out) const {
        std::ranges::transform(values, out, [](T x) { return static_cast<Stored>(x); });
        return {};
    }
};

/// Saturated to [−1, 1].
template <class T>
struct unit_range {
    conversion_counts operator()(std::span<const T> values, float* out) const {
        conversion_counts counts;
        for (const T x : values) {
            const T value = std::clamp(x, T{-1}, T{1});
            counts.clipped += value != x ? 1 : 0;
            counts.nan += std::isnan(x) ? 1 : 0;
            *out++ = static_cast<float>(value);
        }
        return counts;
    }
};

}  // namespace noble::io
