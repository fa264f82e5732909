// plot, animate, and what notebooks show of words.
#include "noble/plot.hpp"

#include <pybind11/stl.h>

#include "bindings.hpp"
#include "noble/binding.hpp"
#include "noble/error.hpp"
#include "noble/output_file.hpp"
#include "values/arguments.hpp"

namespace noble::python {
namespace {

// An SVG that notebooks show.
struct svg_picture {
    std::string svg;
};

constexpr const char* picture_doc =
    R"(A picture: an SVG file's text, light or dark as the page is. Notebooks show it.

Made by `plot` and `animate`.

Examples
--------
>>> import noble
>>> p = noble.plot(noble.down(2), what='matrix', n=4)
>>> p.svg.startswith('<svg')
True
)";

constexpr const char* plot_doc =
    R"(plot(word, what=None, *, n=None, window='full', boundary='zero', rate=None, phase=False, title=None)
--

Pictures of a word, of taps, or of a finite map's matrix.

Parameters
----------
word : op, op2d, bank, sequence, linear_map or str
    Text is read by `parse`.
what : str or list of str, optional
    Of 'diagram', 'taps' (stems), 'response' (magnitude in dB, group delay in samples), 'polyphase' and
    'matrix', which; all that apply unless given.
n : int or pair of int, optional
    The samples of the matrix; as many as show its pattern unless given.
window, boundary : str or pair
    Of the matrix; one for both axes of an op2d.
rate : float, optional
    The input's samples per second: frequencies are in Hz, not fractions of Nyquist.
phase : bool
    The phase in degrees in place of the group delay.
title : str, optional
    What stands above; the word unless given.

Returns
-------
picture

Raises
------
ValueError
    For a picture that the word has not.
MemoryError
    Beyond `memory_limit`.

Examples
--------
>>> p = noble.plot('down(2) * conv([1 2 1]@1)', what=['taps', 'response'], rate=48000)
>>> 'frequency (kHz)' in p.svg
True
)";

constexpr const char* animate_doc =
    R"(animate(word, n, *, window='full', boundary='zero', step=1.0, title=None)
--

The taps of a word sliding over n samples (and inserted zeros), output by output, with the matrix's
row lit.

Parameters
----------
word : op, op2d or str
n : int or pair of int
    Samples; of an op2d along each axis, or one for both.
window, boundary : str or pair
    One for both axes of an op2d.
step : float
    Seconds per output.
title : str, optional

Returns
-------
picture

Raises
------
MemoryError
    Names the greatest n that is animated, where n is greater.

Examples
--------
>>> p = noble.animate(noble.conv([1, 2, 1]) @ noble.up(2), 4)
>>> '@keyframes' in p.svg
True
)";

using sizes = std::variant<index_t, std::pair<index_t, index_t>>;

std::pair<index_t, index_t> both(const sizes& n) {
    if (const auto* one = std::get_if<index_t>(&n)) return {*one, *one};
    return std::get<std::pair<index_t, index_t>>(n);
}

index_t only(const sizes& n) {
    if (const auto* one = std::get_if<index_t>(&n)) return *one;
    throw argument_error("n: a word on one axis takes one number of samples");
}

linear_map map_in(const expression& a, const sizes& n, const window& kept, boundary rule) {
    const auto [rows, cols] = axes_of(a) == 2 ? both(n) : std::pair{only(n), index_t{0}};
    return map_of(a, {rows, cols}, {{kept, kept}, {rule, rule}});
}

std::vector<picture> pictures_in(const py::object& what) {
    if (what.is_none()) return {};
    if (py::isinstance<py::str>(what)) return {picture_from(what.cast<std::string>())};
    std::vector<picture> list;
    for (const auto& name : what.cast<std::vector<std::string>>()) {
        list.push_back(picture_from(name));
    }
    return list;
}

svg_picture plotted(const py::object& word, const py::object& what, const std::optional<sizes>& n,
                    const py::object& kept, const std::string& rule, std::optional<double> rate,
                    bool phase, const std::optional<std::string>& title) {
    plot_options options{pictures_in(what), rate, phase, {}, title.value_or("")};
    if (py::isinstance<linear_map>(word)) return {plot(word.cast<linear_map>())};
    if (py::isinstance<sequence>(word)) return {plot(word.cast<sequence>(), options)};
    const expression a = expression_from(word);
    if (n) options.map = map_in(a, *n, window_from(kept), boundary_from(rule));
    py::gil_scoped_release released;
    return {std::visit([&](const auto& known) { return plot(known, options); }, a)};
}

svg_picture animated(const py::object& word, const sizes& n, const py::object& kept,
                     const std::string& rule, double step,
                     const std::optional<std::string>& title) {
    const expression a = expression_from(word);
    const window w = window_from(kept);
    const boundary b = boundary_from(rule);
    const animation_options options{w, w, b, b, step, title.value_or("")};
    if (const auto* plane = std::get_if<op2d>(&a)) {
        const auto [rows, cols] = both(n);
        return {animate(*plane, rows, cols, options)};
    }
    if (const auto* line = std::get_if<op>(&a)) return {animate(*line, only(n), options)};
    throw argument_error("animate: a bank is not animated; its words are");
}

template <class Word>
void show_in_notebooks(const py::module_& m, const char* name) {
    const py::object type = m.attr(name);
    type.attr("_repr_html_") = py::cpp_function([](const Word& a) { return to_html(a); },
                                                py::name("_repr_html_"), py::is_method(type));
}

}  // namespace

void bind_plot(py::module_& m) {
    py::class_<svg_picture>(m, "picture", picture_doc)
        .def_readonly("svg", &svg_picture::svg, "The text of the SVG file.")
        .def("_repr_svg_", [](const svg_picture& p) { return p.svg; })
        .def("_repr_html_", [](const svg_picture& p) { return p.svg; })
        .def("__repr__",
             [](const svg_picture& p) {
                 return "<noble.picture of " + std::to_string(p.svg.size()) + " bytes>";
             })
        .def(
            "save", [](const svg_picture& p, const std::string& path) { write_file(path, p.svg); },
            py::arg("path"), R"(save(self, path)
--

Writes the SVG file, whole or not at all.

Examples
--------
>>> import pathlib, tempfile
>>> with tempfile.TemporaryDirectory() as folder:
...     path = pathlib.Path(folder) / 'word.svg'
...     noble.plot('down(2)').save(str(path))
...     path.exists()
True
)");
    m.def("plot", &plotted, py::arg("word"), py::arg("what") = py::none(), py::kw_only(),
          py::arg("n") = py::none(), py::arg("window") = "full", py::arg("boundary") = "zero",
          py::arg("rate") = py::none(), py::arg("phase") = false, py::arg("title") = py::none(),
          plot_doc);
    m.def("animate", &animated, py::arg("word"), py::arg("n"), py::kw_only(),
          py::arg("window") = "full", py::arg("boundary") = "zero", py::arg("step") = 1.0,
          py::arg("title") = py::none(), animate_doc);
    show_in_notebooks<op>(m, "op");
    show_in_notebooks<op2d>(m, "op2d");
    show_in_notebooks<bank>(m, "bank");
    show_in_notebooks<sequence>(m, "sequence");
    show_in_notebooks<linear_map>(m, "linear_map");
}

}  // namespace noble::python
