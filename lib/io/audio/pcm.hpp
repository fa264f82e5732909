// Element types to what audio files store.
#pragma once

#include <algorithm>
#include <cmath>
#include <span>

#include "kernels/instruction_set.hpp"
#include "noble/limit.hpp"

namespace noble::io {

/// What a conversion has met; NaN is counted of as much as was looked at.
using conversion_counts = kernels::pcm_counts;

/// To integers of 16 bits.
template <class T>
class int16_rounding {
 public:
    conversion_counts operator()(std::span<const T> values, short* out) const {
        return kernels_.to_int16(values.data(), static_cast<index_t>(values.size()), out);
    }

 private:
    const kernels::table<T>& kernels_ = kernels_of<T>(default_instruction_set());
};

/// To integers of `bits` bits, left-justified in 32.
template <class T>
class int32_rounding {
 public:
    explicit int32_rounding(int bits) : bits_(bits) {}

    conversion_counts operator()(std::span<const T> values, int* out) const {
        return kernels_.to_int32(values.data(), static_cast<index_t>(values.size()), bits_, out);
    }

 private:
    const kernels::table<T>& kernels_ = kernels_of<T>(default_instruction_set());
    int bits_;
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
