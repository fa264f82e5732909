// A signal on [first, first + n) and what lies beyond it, as an interval at a time.
#pragma once

#include <algorithm>
#include <span>

#include "finite/wide.hpp"
#include "noble/boundary.hpp"
#include "noble/window.hpp"

namespace noble::engine {

/// Of a longer signal, of which only a piece is held: how long it is, and some of its first and
/// last samples, for what a boundary makes of them.
template <class T>
struct signal_ends {
    index_t length = 0;
    std::span<const T> head;
    std::span<const T> tail;

    /// Sample i, 0 ≤ i < length, if it is one of them.
    [[nodiscard]] const T* find(index_t i) const {
        const index_t from = length - static_cast<index_t>(tail.size());
        if (i < static_cast<index_t>(head.size())) return &head[static_cast<std::size_t>(i)];
        return i >= from ? &tail[static_cast<std::size_t>(i - from)] : nullptr;
    }
};

/// A line of an array: n samples `stride` elements apart, extended by `boundary`; or the n samples
/// from index `first` on of a longer signal with those `ends`. Without ends nothing but zeros lies
/// outside a piece.
template <class T>
struct extended_input {
    const T* data = nullptr;
    index_t n = 0;
    index_t stride = 1;
    noble::boundary boundary = noble::boundary::zero;
    index_t first = 0;
    const signal_ends<T>* ends = nullptr;

    [[nodiscard]] index_t end() const { return first + n; }
    /// Where the samples are that are no boundary's.
    [[nodiscard]] interval signal() const {
        return ends == nullptr ? interval{first, end()} : interval{0, ends->length};
    }

    [[nodiscard]] T at(index_t m) const {
        return m >= first && m < end() ? data[(m - first) * stride] : outside(m);
    }

    /// The samples lo … hi−1, contiguous: in place where they lie so, else written to `scratch`.
    const T* read(index_t lo, index_t hi, T* scratch) const {
        if (lo >= first && hi <= end() && stride == 1) return data + (lo - first);
        write(lo, hi, scratch, 1);
        return scratch;
    }

    /// The samples lo … hi−1 to `to`, `to_stride` elements apart.
    void write(index_t lo, index_t hi, T* to, index_t to_stride) const {
        const index_t from = std::clamp(first, lo, hi);
        const index_t until = std::clamp(end(), from, hi);
        for (index_t m = lo; m < from; ++m) to[(m - lo) * to_stride] = outside(m);
        if (from < until) copy(from, until, to + (from - lo) * to_stride, to_stride);
        for (index_t m = until; m < hi; ++m) to[(m - lo) * to_stride] = outside(m);
    }

    /// Of `width` neighbouring columns, of which this is the first, the rows lo … hi−1 to `to`,
    /// `to_stride` elements apart.
    void write_rows(index_t lo, index_t hi, index_t width, T* to, index_t to_stride) const {
        for (index_t m = lo; m < hi; ++m, to += to_stride) {
            if (m >= first && m < end()) {
                const T* row = data + (m - first) * stride;
                std::copy(row, row + width, to);
            } else {
                for (index_t c = 0; c < width; ++c) {
                    to[c] = extended_input{data + c, n, stride, boundary, first, ends}.outside(m);
                }
            }
        }
    }

 private:
    void copy(index_t from, index_t until, T* to, index_t to_stride) const {
        const T* in = data + (from - first) * stride;
        if (stride == 1 && to_stride == 1) {
            std::copy(in, in + (until - from), to);
        } else {
            for (index_t i = 0; i < until - from; ++i) to[i * to_stride] = in[i * stride];
        }
    }

    // Zero where it is not at hand: only outputs that nobody has asked for read it then.
    [[nodiscard]] T sample(index_t i) const {
        const T* known = ends == nullptr ? nullptr : ends->find(i);
        if (known != nullptr) return *known;
        return i >= first && i < end() ? data[(i - first) * stride] : T{};
    }

    [[nodiscard]] T outside(index_t m) const {
        const index_t length = ends == nullptr ? n : ends->length;
        if (boundary == noble::boundary::zero || length == 0) return T{};
        // In the widest type: a slope continued far outside cancels.
        wide<T> sum{};
        for (const auto& term : extend(boundary, length, m)) {
            const auto x = static_cast<wide<T>>(sample(term.index));
            sum += term.num == term.den ? x : weight_of(term) * x;
        }
        return static_cast<T>(sum);
    }
};

}  // namespace noble::engine
