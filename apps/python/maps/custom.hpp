// A user's own map, from two functions of Python's.
#pragma once

#include <pybind11/pybind11.h>

#include "noble/linear_map.hpp"

namespace noble::python {

namespace py = pybind11;

/// The rows × cols map of forward(x) = A x and adjoint(y) = Aᴴ y, which take and return arrays in
/// one dimension. What they raise passes through; a result of another shape is a shape_error.
linear_map custom_map(index_t rows, index_t cols, const py::function& forward,
                      const py::function& adjoint);

}  // namespace noble::python
