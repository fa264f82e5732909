// NumPy arrays in and out, without copies where the elements are of one of the four types.
#pragma once

#include <pybind11/numpy.h>

#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include "noble/evaluate.hpp"

namespace noble::python {

namespace py = pybind11;

/// The element type of a NumPy dtype, in the machine's byte order; nothing for any other dtype.
std::optional<element_type> element_of(const py::dtype& type);
/// The element type that a dtype argument (np.float32, "complex64", …) names. Throws TypeError.
element_type element_named(py::handle dtype);
/// complex128 for maps with complex taps, else float64.
element_type natural_element(const linear_map& a);
py::dtype dtype_of(element_type type);

/// An array that noble can read where it lies.
struct readable {
    py::array array;
    element_type type = element_type::float64;
};

/// x itself, of any strides, if it is an array of one of the four element types; a copy if it is
/// not aligned or of foreign byte order; integers and bool as float64; lists as np.asarray has
/// them. Throws TypeError for other dtypes and for masked arrays.
readable readable_from(py::handle x);

/// `out` as the array to be written: of exactly that type, writeable, apart from `x`.
/// Throws TypeError, ValueError.
py::array writeable_from(py::handle out, element_type type, const py::array& x);

/// The elements of an array where they lie; of a writeable one for a T that is not const.
template <class T>
strided_array<T> view_of(const py::array& a) {
    const auto rank = static_cast<std::size_t>(a.ndim());
    strided_array<T> view{static_cast<T*>(const_cast<void*>(a.data())), extents(rank),
                          extents(rank)};
    for (std::size_t i = 0; i < rank; ++i) {
        view.shape[i] = a.shape()[i];
        view.strides[i] = a.strides()[i] / static_cast<index_t>(sizeof(T));
    }
    return view;
}

/// An array for a result of that shape, not initialised. Throws limit_error.
template <class T>
py::array_t<T> result_array(const extents& shape) {
    require_memory(element_count(shape), sizeof(T), "the result");
    return py::array_t<T>(shape);
}

/// A container's elements (row-major) as an array of that shape, which takes them over.
template <class Container>
py::array array_from_container(Container&& values, const extents& shape) {
    using container = std::remove_cvref_t<Container>;
    auto kept = std::make_unique<container>(std::forward<Container>(values));
    auto* data = kept->data();
    const py::capsule owner(kept.get(), [](void* p) { delete static_cast<container*>(p); });
    (void)kept.release();  // the capsule owns them now
    return py::array_t<typename container::value_type>(shape, data, owner);
}

/// A x along `axis`, in x's element type, in a new array.
py::array apply(const linear_map& a, py::handle x, int axis);

/// A X as SciPy's operators have it: along axis 0, or along the first axes for maps on several.
py::array apply_to_columns(const linear_map& a, py::handle x);

}  // namespace noble::python
