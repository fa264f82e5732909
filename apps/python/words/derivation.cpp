// explain, simplify and simplify_traced.
#include <pybind11/stl.h>

#include "bindings.hpp"
#include "noble/error.hpp"
#include "noble/explain.hpp"

namespace noble::python {
namespace {

struct started_derivation {
    op start;
    derivation steps;
};

std::optional<started_derivation> explain_words(const op& a, const op& b) {
    auto steps = explain(a, b);
    if (!steps) return std::nullopt;
    return started_derivation{a, std::move(*steps)};
}

}  // namespace

void bind_derivation(py::module_& m) {
    py::class_<rewrite_step>(m, "rewrite_step", "One law, applied once: before == after.")
        .def_readonly("law", &rewrite_step::law,
                      "The law's name, as in `laws` where it stands there.")
        .def_readonly("before", &rewrite_step::before, "The word it was applied to.")
        .def_readonly("after", &rewrite_step::after, "The word it led to.")
        .def("__repr__", [](const rewrite_step& s) {
            return to_string(s.before) + "  =  " + to_string(s.after) + "   [" + s.law + "]";
        });
    py::class_<started_derivation>(m, "derivation",
                                   "A way from one word to another, a law at each step.")
        .def_readonly("start", &started_derivation::start, "The word it begins with.")
        .def_readonly("steps", &started_derivation::steps,
                      "A rewrite_step for each law; they join end to end.")
        .def_property_readonly(
            "end",
            [](const started_derivation& d) {
                return d.steps.empty() ? d.start : d.steps.back().after;
            },
            "The word it leads to.")
        .def("__repr__", [](const started_derivation& d) { return to_string(d.start, d.steps); });
    m.def("explain", &explain_words, py::arg("left"), py::arg("right"),
          py::call_guard<py::gil_scoped_release>(), R"(explain(left, right)
--

A derivation of one word from the other, law by law.

Returns
-------
derivation or None
    None where the words are not the same operator (`prove` tells where they differ), or where no
    derivation was found.

Examples
--------
>>> A = noble.down(2) @ noble.conv(noble.up(2)([1, 2, 1]))
>>> d = noble.explain(A, noble.conv([1, 2, 1]) @ noble.down(2))
>>> [step.law for step in d.steps]
['noble-down']
)");
    m.def("simplify", &simplify, py::arg("word"), py::call_guard<py::gil_scoped_release>(),
          R"(simplify(word)
--

A short word for the same operator.

Examples
--------
>>> noble.simplify(noble.down(2) @ noble.up(6))
up(3)
)");
    m.def(
        "simplify_traced",
        [](const op& word) {
            auto [end, trace] = simplify_traced(word);
            return started_derivation{word, std::move(trace)};
        },
        py::arg("word"), py::call_guard<py::gil_scoped_release>(), R"(simplify_traced(word)
--

What `simplify` does, law by law.

Returns
-------
derivation
    From `word` to ``simplify(word)``.

Examples
--------
>>> d = noble.simplify_traced(noble.down(2) @ noble.conv('[1 0 1]'))
>>> d.end
conv([1 1]) * down(2)
>>> d.end.same_word(noble.simplify(d.start)), len(d.steps) > 0
(True, True)
)");
}

}  // namespace noble::python
