// What most bindings include, compiled once.
#include <pybind11/numpy.h>
#include <pybind11/operators.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "noble/evaluate.hpp"
#include "noble/parse.hpp"
