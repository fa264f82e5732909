// check, check_paths: does a map keep its promises, and does every way of running it?
#include "noble/check.hpp"

#include <pybind11/stl.h>

#include "bindings.hpp"
#include "noble/check_paths.hpp"

namespace noble::python {

void bind_check(py::module_& m) {
    py::class_<check_result>(m, "check_result", "The result of one test of `check`.")
        .def_readonly("name", &check_result::name, "The test: 'dot test', 'transpose', ….")
        .def_readonly("passed", &check_result::passed, "Whether the error is within the bound.")
        .def_readonly("error", &check_result::error,
                      "In units of the bound it is held against: passed where error <= 1.")
        .def_readonly("diagnosis", &check_result::diagnosis, "What seems wrong, where it failed.");
    py::class_<check_report>(m, "check_report", "What `check` found; true where all tests passed.")
        .def_property_readonly("passed", &check_report::passed, "Whether all tests passed.")
        .def_readonly("results", &check_report::results, "A check_result for each test.")
        .def("__bool__", &check_report::passed)
        .def("__repr__", [](const check_report& r) { return to_string(r); });
    py::class_<path_result>(m, "path_result", "One way of running a map, and its worst error.")
        .def_readonly("element", &path_result::element, "'float32', 'float64', ….")
        .def_property_readonly(
            "method", [](const path_result& r) { return to_string(r.method); },
            "As `plan` takes it.")
        .def_property_readonly(
            "groups", [](const path_result& r) { return to_string(r.groups); },
            "'fused' or 'written': how the word's factors were taken together.")
        .def_property_readonly(
            "instruction_set", [](const path_result& r) { return to_string(r.instructions); },
            "As `plan` takes it.")
        .def_readonly("threads", &path_result::threads, "How many threads shared the work.")
        .def_readonly("error", &path_result::error, "In units of the bound that plans keep.")
        .def_property_readonly("passed", &path_result::passed, "Whether error <= 1.");
    py::class_<paths_report>(m, "paths_report", "What `check_paths` found; true where all passed.")
        .def_property_readonly("passed", &paths_report::passed, "Whether all ways passed.")
        .def_readonly("results", &paths_report::results, "A path_result for each way.")
        .def("__bool__", &paths_report::passed)
        .def("__repr__", [](const paths_report& r) { return to_string(r); });
    m.def("check_paths", &check_paths, py::arg("map"), py::arg("seed") = 1,
          py::call_guard<py::gil_scoped_release>(), R"(check_paths(map, seed=1)
--

Runs a map in every way that the engine has for it (element types, methods, instruction sets, one
thread and two) and holds each against the reference evaluation, in units of the error bound.

Returns
-------
paths_report

Examples
--------
>>> report = noble.check_paths((noble.down(2) @ noble.conv([1, 2, 1])).on(100, 'same'))
>>> report.passed, {'lanes', 'rows'} <= {r.method for r in report.results}
(True, True)
>>> sorted({r.element for r in report.results})
['complex128', 'complex64', 'float32', 'float64']
)");
    m.def("check", &check, py::arg("map"), py::arg("seed") = 1,
          py::call_guard<py::gil_scoped_release>(), R"(check(map, seed=1)
--

Tests a map on random data: dot test, linearity, accumulation, its transpose, and its evaluation
against its matrix.

Returns
-------
check_report

Examples
--------
>>> report = noble.check(noble.conv([1, 2, 1]).on(20, boundary='reflect'))
>>> report.passed
True
>>> report.results[0].name
'dot test'
)");
}

}  // namespace noble::python
