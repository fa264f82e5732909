// A word of coprime period (L, M) is one filter between ↑L and ↓M: its kernel h[n, m] is
// (L, M)-periodic, so it depends on M·n − L·m alone, and every integer is such a difference.
//
//     y[n] = Σ_m g[M·n − L·m]·x[m],   g[M·r − L·o] = c_r[o]
#pragma once

#include <optional>
#include <vector>

#include "noble/canonical.hpp"

namespace noble::engine {

/// g on first, first + 1, …, at the rate L times the input's.
template <class T>
struct single_filter {
    index_t first = 0;
    std::vector<T> taps;
    [[nodiscard]] index_t length() const { return static_cast<index_t>(taps.size()); }
    [[nodiscard]] index_t last() const { return first + length() - 1; }
};

/// Where the first and the last tap of g lie; nothing where L and M have a common factor, and for
/// the zero operator.
struct filter_span {
    index_t first = 0;
    index_t last = 0;
    [[nodiscard]] index_t length() const { return last - first + 1; }
};
template <class T>
std::optional<filter_span> span_of_filter(const canonical<T>& form);

/// g itself, of a form that has one. Throws limit_error beyond the memory limit.
template <class T>
single_filter<T> filter_of(const canonical<T>& form);

}  // namespace noble::engine
