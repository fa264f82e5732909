// reconstruct: does a synthesis bank put back what an analysis bank took apart?
#include "noble/reconstruct.hpp"

#include <pybind11/stl.h>

#include "bindings.hpp"
#include "values/numbers.hpp"

namespace noble::python {
namespace {

constexpr const char* reconstruct_doc = R"(reconstruct(analysis, synthesis)
--

Decides whether ``synthesis @ analysis`` is a delay and a scale, for all signals (and all values of
unknown taps), and says what is left if it is not.

Parameters
----------
analysis : bank
    A `column`.
synthesis : bank
    A `row` of as many words.

Returns
-------
reconstruction
    True where it is perfect.

Raises
------
ValueError
    Where the shapes do not fit, or the product has a rate other than 1.

Examples
--------
>>> haar = noble.column([noble.down(2) @ noble.conv([1, 1], 1), noble.down(2) @ noble.conv([1, -1], 1)])
>>> r = noble.reconstruct(haar, haar.T)
>>> r
perfect reconstruction: row * column == 2
  delay 0, scale 2
>>> noble.reconstruct(noble.column([noble.down(2)]), noble.row([noble.up(2)])).aliases[0].of_minus_z
[0.5]
)";

void bind_alias_term(py::module_& m) {
    py::class_<alias_term>(m, "alias_term",
                           R"(The alias terms at the frequencies j/d, j prime to d, added up.

At outputs n = r modulo d they convolve with ``kernels[r]``.)")
        .def_readonly("denominator", &alias_term::denominator, "d, 2 or more.")
        .def_readonly("kernels", &alias_term::kernels, "A sequence for each phase r.")
        .def_property_readonly("word", &alias_term::word, "The terms as a word.")
        .def_property_readonly(
            "of_minus_z", &alias_term::of_minus_z,
            "For d = 2 the sequence A with A(z) X(-z) in the output; None for all other d.")
        .def("__repr__", [](const alias_term& a) { return to_string(a.word()); });
}

void bind_nearest(py::module_& m) {
    py::class_<nearest_delay_and_scale>(
        m, "nearest_reconstruction",
        "The delay and scale that a bank comes nearest to, and how far it stays for ``|x| <= 1``.")
        .def_readonly("delay", &nearest_delay_and_scale::delay, "In samples.")
        .def_property_readonly(
            "scale", [](const nearest_delay_and_scale& a) { return to_python(a.scale); },
            "An exact number.")
        .def_property_readonly(
            "distortion_error",
            [](const nearest_delay_and_scale& a) { return to_python(exact(a.distortion_error)); },
            "The most that the rest of the distortion adds to an output.")
        .def_property_readonly(
            "alias_error",
            [](const nearest_delay_and_scale& a) { return to_python(exact(a.alias_error)); },
            "The most that all alias terms together add to an output.");
}

}  // namespace

void bind_reconstruct(py::module_& m) {
    bind_alias_term(m);
    bind_nearest(m);
    py::class_<reconstruction>(m, "reconstruction", "The answer of `reconstruct`.")
        .def("__bool__", [](const reconstruction& r) { return r.perfect.has_value(); })
        .def_property_readonly(
            "perfect", [](const reconstruction& r) { return r.perfect.has_value(); },
            "Whether synthesis @ analysis is a delay and a scale.")
        .def_property_readonly(
            "delay",
            [](const reconstruction& r) {
                return r.perfect ? std::optional(r.perfect->delay) : std::nullopt;
            },
            "Of a perfect reconstruction, in samples; else None.")
        .def_property_readonly(
            "scale",
            [](const reconstruction& r) {
                return r.perfect ? to_python(r.perfect->scale) : py::none();
            },
            "Of a perfect reconstruction, an exact number (text, with unknown taps); else None.")
        .def_readonly("total", &reconstruction::total, "synthesis @ analysis as a short word.")
        .def_readonly("period", &reconstruction::period, "Its smallest period M, in samples.")
        .def_readonly("distortion", &reconstruction::distortion,
                      "The kernel of the part that commutes with delays.")
        .def_readonly("aliases", &reconstruction::aliases, "An alias_term for each denominator.")
        .def_readonly("nearest", &reconstruction::nearest,
                      "A nearest_reconstruction where it is not perfect; else None.")
        .def_readonly("hints", &reconstruction::hints, "Near misses, as lines of text.")
        .def("__repr__", [](const reconstruction& r) {
            std::string text = to_string(r);
            while (!text.empty() && text.back() == '\n') text.pop_back();
            return text;
        });
    m.def("reconstruct", &reconstruct, py::arg("analysis"), py::arg("synthesis"),
          py::call_guard<py::gil_scoped_release>(), reconstruct_doc);
}

}  // namespace noble::python
