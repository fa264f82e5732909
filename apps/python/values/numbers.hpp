// Numbers between Python and noble: exact both ways.
#pragma once

#include <pybind11/pybind11.h>

#include <optional>

#include "noble/exact.hpp"
#include "noble/polynomial.hpp"

namespace noble::python {

namespace py = pybind11;

/// The number that a Python object is: int, float, complex, fractions.Fraction, decimal.Decimal and
/// NumPy's scalars, each as exactly what it holds. Nothing for anything else.
/// Throws argument_error for NaN and infinities.
std::optional<exact> number_in(py::handle value);

/// The same. Throws py::type_error, naming what was given, for what is no number.
exact exact_from(py::handle value);

/// An int where it is one, else a fractions.Fraction; a complex (rounded) where it is not real.
py::object to_python(const exact& value);
/// The same; an expression in unknown taps as text.
py::object to_python(const polynomial& value);

}  // namespace noble::python
