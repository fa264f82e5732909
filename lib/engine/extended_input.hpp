// A signal on [0, n) and what lies beyond it, as an interval at a time.
#pragma once

#include <algorithm>

#include "finite/wide.hpp"
#include "noble/boundary.hpp"

namespace noble::engine {

/// A line of an array: n samples `stride` elements apart, extended by `rule`.
template <class T>
struct extended_input {
    const T* data = nullptr;
    index_t n = 0;
    index_t stride = 1;
    boundary rule = boundary::zero;

    [[nodiscard]] T at(index_t m) const { return m >= 0 && m < n ? data[m * stride] : outside(m); }

    /// The samples lo … hi−1, contiguous: in place where they lie so, else written to `scratch`.
    const T* read(index_t lo, index_t hi, T* scratch) const {
        if (lo >= 0 && hi <= n && stride == 1) return data + lo;
        write(lo, hi, scratch, 1);
        return scratch;
    }

    /// The samples lo … hi−1 to `to`, `to_stride` elements apart.
    void write(index_t lo, index_t hi, T* to, index_t to_stride) const {
        const index_t from = std::clamp(index_t{0}, lo, hi);
        const index_t end = std::clamp(n, from, hi);
        for (index_t m = lo; m < from; ++m) to[(m - lo) * to_stride] = outside(m);
        if (from < end) copy(from, end, to + (from - lo) * to_stride, to_stride);
        for (index_t m = end; m < hi; ++m) to[(m - lo) * to_stride] = outside(m);
    }

    /// Of `width` neighbouring columns, of which this is the first, the rows lo … hi−1 to `to`,
    /// `to_stride` elements apart.
    void write_rows(index_t lo, index_t hi, index_t width, T* to, index_t to_stride) const {
        for (index_t m = lo; m < hi; ++m, to += to_stride) {
            if (m >= 0 && m < n) {
                std::copy(data + m * stride, data + m * stride + width, to);
            } else {
                for (index_t c = 0; c < width; ++c) {
                    to[c] = extended_input{data + c, n, stride, rule}.outside(m);
                }
            }
        }
    }

 private:
    void copy(index_t from, index_t end, T* to, index_t to_stride) const {
        if (stride == 1 && to_stride == 1) {
            std::copy(data + from, data + end, to);
        } else {
            for (index_t m = from; m < end; ++m) to[(m - from) * to_stride] = data[m * stride];
        }
    }

    [[nodiscard]] T outside(index_t m) const {
        if (rule == boundary::zero) return T{};
        // In the widest type: a slope continued far outside cancels.
        wide<T> sum{};
        for (const auto& term : extend(rule, n, m)) {
            const auto x = static_cast<wide<T>>(data[term.index * stride]);
            sum += term.num == term.den ? x : weight_of(term) * x;
        }
        return static_cast<T>(sum);
    }
};

}  // namespace noble::engine
