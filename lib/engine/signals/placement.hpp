// Where a map acts on an array, and the array's lines there.
#pragma once

#include <optional>

#include "engine/signals/lines.hpp"
#include "noble/linear_map.hpp"
#include "noble/strided_array.hpp"

namespace noble::engine {

/// Axes first … last, or one axis that holds them flattened.
struct placement {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// The places of A's inputs in an array of shape `in`. Throws shape_error where A does not fit.
placement place_inputs(const linear_map& a, const extents& in, int axis);

/// The places of A's outputs in A x, where its inputs are at `at`.
placement place_outputs(const linear_map& a, const placement& at);

/// The shape of A x for x of shape `in`, and whether `out` is that shape (which allocates nothing).
extents shape_of_outputs(const linear_map& a, const extents& in, const placement& at);
bool is_shape_of_outputs(const linear_map& a, const extents& in, const placement& at,
                         const extents& out);

/// One line for each index on the other axes; nothing where several axes at `at` are not contiguous
/// and so make no line.
template <class T>
std::optional<lines<T>> lines_of(const strided_array<T>& a, const placement& at) {
    lines<T> result{a.data, 1, 1};
    bool is_first = true;
    for (std::size_t i = at.last + 1; i-- > at.first;) {
        if (a.shape[i] == 1) continue;
        if (is_first) {
            result.stride = a.strides[i];
        } else if (a.strides[i] != result.stride * result.length) {
            return std::nullopt;
        }
        is_first = false;
        result.length *= a.shape[i];
    }
    for (std::size_t i = 0; i < a.shape.size(); ++i) {
        if (i < at.first || i > at.last) result.add_axis(a.shape[i], a.strides[i]);
    }
    return result;
}

std::string text_of(const extents& shape);

}  // namespace noble::engine
