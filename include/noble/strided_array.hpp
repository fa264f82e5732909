// Arrays as they lie in memory, and what maps do to them there.
#pragma once

#include <cstddef>

#include "noble/linear_map.hpp"

namespace [[gnu::visibility("default")]] noble {

/// An N-dimensional array in memory: strides in elements, of any sign.
template <class T>
struct strided_array {
    T* data = nullptr;  ///< the element at index 0 of every axis
    extents shape;      ///< one extent for each axis
    extents strides;    ///< one stride for each axis
};

/// y ← αAx + βy along `axis` (maps with several axes: the last of them). With β = 0, y is never
/// read. x and y must not overlap. Throws shape_error, argument_error (complex taps on real data,
/// unknown taps), limit_error. Instantiated for the four element types.
template <class T>
[[gnu::visibility("default")]] void multiply(const linear_map& a, const strided_array<const T>& x,
                                             const strided_array<T>& y, T alpha, T beta, int axis);

/// The shape of A x for x of shape `in`. Throws shape_error where A does not fit.
extents output_shape(const linear_map& a, const extents& in, int axis);

/// The number of elements of an array of that shape. Throws limit_error beyond 64 bits.
index_t element_count(const extents& shape);

/// The axis counted from 0; negative ones count from the end. Throws shape_error.
std::size_t resolve_axis(int axis, std::size_t dimensions);

}  // namespace noble
