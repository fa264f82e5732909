// The parts of the module, one file each, classes before the functions that return them. Docstrings
// begin with the signature that inspect.signature shows, in CPython's own convention:
// `name(arguments)`, a line `--`, an empty line.
#pragma once

#include <pybind11/pybind11.h>

namespace noble::python {

namespace py = pybind11;

void bind_sequence(py::module_& m);     ///< sequence
void bind_word(py::module_& m);         ///< op, matrix
void bind_letters(py::module_& m);      ///< identity, delay, scale, down, up, conv, corr
void bind_word2d(py::module_& m);       ///< op2d, kron
void bind_bank(py::module_& m);         ///< bank, column, row
void bind_reconstruct(py::module_& m);  ///< reconstruct
void bind_map(py::module_& m);          ///< linear_map
void bind_composites(py::module_& m);   ///< pad, crop, hstack, vstack, block, block_diag, custom
void bind_plan(py::module_& m);         ///< plan
void bind_plot(py::module_& m);         ///< plot, animate, what notebooks show
void bind_stream(py::module_& m);       ///< stream
void bind_proof(py::module_& m);        ///< prove
void bind_derivation(py::module_& m);   ///< explain, simplify, simplify_traced
void bind_laws(py::module_& m);         ///< laws
void bind_check(py::module_& m);        ///< check, check_paths
void bind_designs(py::module_& m);      ///< lowpass, …
void bind_parse(py::module_& m);        ///< parse
void bind_signals(py::module_& m);      ///< read, write
void bind_apply(py::module_& m);        ///< apply
void bind_build_information(py::module_& m);  ///< build_information
void bind_limit(py::module_& m);              ///< memory_limit, thread_count, and how to set them
void bind_wisdom(py::module_& m);             ///< save_wisdom, load_wisdom, forget_wisdom

}  // namespace noble::python
