// Arguments that several functions of the module take.
#pragma once

#include <pybind11/pybind11.h>

#include <optional>
#include <string>

#include "noble/parse.hpp"
#include "noble/sequence.hpp"
#include "noble/signal_format.hpp"
#include "noble/window.hpp"

namespace noble::python {

namespace py = pybind11;

/// `full`, `valid`, `same`, `FIRST:COUNT`, or a pair (first, count). Throws argument_error,
/// TypeError.
window window_from(py::handle value);

/// A sequence itself, one written as text (`[1 2 1]@1`, `q:5`), or numbers in one dimension, the
/// first at index 0. Throws parse_error, argument_error, TypeError.
sequence sequence_from(py::handle value);

/// The same with tap `origin`, counted from 0, at index 0; None leaves it where it is.
sequence sequence_from(py::handle value, py::handle origin);

/// An op, op2d or bank itself, or one written as text. Throws parse_error, TypeError.
expression expression_from(const py::object& word);

/// The name of an object's type, for messages.
std::string type_name(py::handle value);

/// A file's format by its name; None for none. Throws argument_error.
std::optional<file_format> file_format_named(const std::optional<std::string>& name);

/// What a JSON text holds, as Python's json.loads reads it.
py::object json_object(const std::string& text);

}  // namespace noble::python
