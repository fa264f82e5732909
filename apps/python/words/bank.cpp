// bank: words between channels.
#include "noble/bank.hpp"

#include <pybind11/operators.h>
#include <pybind11/stl.h>

#include "bindings.hpp"
#include "noble/linear_map.hpp"
#include "noble/parse.hpp"
#include "noble/prove.hpp"
#include "values/arguments.hpp"

namespace noble::python {
namespace {

op word_at(const bank& a, std::pair<index_t, index_t> at) {
    const auto [output, input] = at;
    if (output < 0 || output >= a.outputs() || input < 0 || input >= a.inputs()) {
        throw py::index_error("a bank of " + std::to_string(a.outputs()) + " x " +
                              std::to_string(a.inputs()) + " channels has no word (" +
                              std::to_string(output) + ", " + std::to_string(input) + ")");
    }
    return a.at(output, input);
}

void bind_makers(py::module_& m) {
    m.def("column", &column, py::arg("words"), R"(column(words)
--

One input channel, ``len(words)`` outputs: an analysis bank.

Examples
--------
>>> noble.column([noble.down(2), noble.down(2, 1)]).shape
(2, 1)
)");
    m.def("row", &row, py::arg("words"), R"(row(words)
--

``len(words)`` input channels, one output, their sum: a synthesis bank.

Examples
--------
>>> noble.row([noble.up(2), noble.up(2, 1)])
row(up(2), up(2, 1))
)");
}

}  // namespace

void bind_bank(py::module_& m) {
    py::class_<bank> type(
        m, "bank",
        R"(A grid of words between channels: an analysis bank is a `column`, a synthesis bank a `row`.

``A @ B`` is A after B; the map of ``A.on(n)`` has the channels one after another.

Examples
--------
>>> import noble
>>> analysis = noble.column([noble.down(2), noble.down(2, 1)])
>>> synthesis = noble.row([noble.up(2), noble.up(2, 1)])
>>> synthesis @ analysis == noble.column([noble.identity()])
True
)");
    type.attr("__array_ufunc__") = py::none();
    type.def(
            "__matmul__", [](const bank& a, const bank& b) { return a * b; }, py::is_operator())
        .def(
            "__eq__", [](const bank& a, const bank& b) { return decide(a, b).holds(); },
            py::is_operator())
        .def("__repr__", [](const bank& a) { return to_string(a); })
        .def_property_readonly("T", &bank::T, "The transpose.")
        .def_property_readonly("H", &bank::H, "The adjoint.")
        .def_property_readonly(
            "shape", [](const bank& a) { return py::make_tuple(a.outputs(), a.inputs()); },
            "The numbers of output and of input channels.")
        .def(
            "conj", [](const bank& a) { return conj(a); }, R"(conj(self)
--

The bank with conjugated taps.

Examples
--------
>>> noble.column([noble.scale(1j), noble.scale(2)]).conj()
column(-1i, 2)
)")
        .def(
            "same_word", [](const bank& a, const bank& b) { return same_word(a, b); },
            py::arg("other"), R"(same_word(self, other)
--

Whether all words are the same, letter by letter; ``==`` asks for the same operators.

Examples
--------
>>> A, B = noble.column([noble.down(2) @ noble.down(3)]), noble.column([noble.down(6)])
>>> A == B, A.same_word(B)
(True, False)
)")
        .def(py::pickle([](const bank& a) { return to_string(a); },
                        [](const std::string& text) {
                            return std::get<bank>(parse_expression(text, standard_vocabulary()));
                        }))
        .def("__getitem__", &word_at)
        .def(
            "on",
            [](const bank& a, index_t n, const py::object& w, const std::string& b) {
                return a.on(n, window_from(w), boundary_from(b));
            },
            py::arg("n"), py::arg("window") = "full", py::arg("boundary") = "zero",
            R"(on(self, n, window='full', boundary='zero')
--

The block map on channels of n samples each, one after another.

Examples
--------
>>> noble.column([noble.down(2), noble.down(2, 1)]).on(8, 'same').shape
(8, 8)
)");
    type.attr("__hash__") = py::none();
    bind_makers(m);
}

}  // namespace noble::python
