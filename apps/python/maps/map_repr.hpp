// Finite maps as Python writes them.
#pragma once

#include <pybind11/pybind11.h>

#include <string>

#include "noble/linear_map.hpp"

namespace noble::python {

namespace py = pybind11;

/// Python that evaluates to the same map, where `noble` and `Fraction` are known; custom maps,
/// which no text can say, in angle brackets.
std::string map_repr(const linear_map& a);

}  // namespace noble::python
