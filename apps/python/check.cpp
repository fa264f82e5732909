// check: does a map keep its promises?
#include "noble/check.hpp"

#include <pybind11/stl.h>

#include "bindings.hpp"

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
