// op2d: words on two-dimensional signals.
#include <pybind11/operators.h>
#include <pybind11/stl.h>

#include "bindings.hpp"
#include "noble/error.hpp"
#include "noble/linear_map.hpp"
#include "noble/op2d.hpp"
#include "noble/parse.hpp"
#include "noble/prove.hpp"
#include "values/arguments.hpp"
#include "values/arrays.hpp"
#include "values/numbers.hpp"

namespace noble::python {
namespace {

constexpr const char* word2d_doc =
    R"(A word on two-dimensional signals: a sum of Kronecker products of words.

Made by `kron` and `parse`; composed as an `op` is. ``A @ X`` acts on the last two axes of an array.

Examples
--------
>>> import noble
>>> A = noble.kron(noble.down(2), noble.identity())
>>> A @ [[1.0, 2.0], [3.0, 4.0]]
array([[1., 2.]])
)";

constexpr const char* on2d_doc =
    R"(on(self, n_rows, n_cols, windows=('full', 'full'), boundaries=('zero', 'zero'))
--

The finite map on arrays of that shape, each axis with its window and boundary.

Examples
--------
>>> noble.kron(noble.down(2), noble.up(2)).on(4, 3).shape
(12, 12)
)";

using names = std::pair<std::string, std::string>;
using objects = std::pair<py::object, py::object>;

linear_map map_of(const op2d& a, index_t rows, index_t cols, const objects& windows,
                  const names& boundaries) {
    return a.on(rows, cols, window_from(windows.first), window_from(windows.second),
                boundary_from(boundaries.first), boundary_from(boundaries.second));
}

py::array apply_word2d(const op2d& a, const py::object& x, const objects& windows,
                       const names& boundaries) {
    const py::array in = readable_from(x).array;
    if (in.ndim() < 2) {
        throw shape_error(to_string(a) + " acts on two axes; the array given has " +
                          std::to_string(in.ndim()));
    }
    const auto rows = in.shape(in.ndim() - 2);
    const auto cols = in.shape(in.ndim() - 1);
    return apply(map_of(a, rows, cols, windows, boundaries), in, -1);
}

objects both_full() { return {py::str("full"), py::str("full")}; }
names both_zero() { return {"zero", "zero"}; }

py::object after_word2d(const op2d& a, const py::object& right) {
    if (py::isinstance<op2d>(right)) return py::cast(a * right.cast<op2d>());
    return apply_word2d(a, right, both_full(), both_zero());
}

std::vector<std::pair<op, op>> terms_of(const op2d& a) {
    std::vector<std::pair<op, op>> pairs;
    for (const auto& term : a.terms()) pairs.emplace_back(term.rows, term.cols);
    return pairs;
}

py::object scaled_word2d(const op2d& a, const py::object& factor) {
    const auto c = number_in(factor);
    if (!c) return py::reinterpret_borrow<py::object>(Py_NotImplemented);
    return py::cast(*c * a);
}

}  // namespace

void bind_word2d(py::module_& m) {
    py::class_<op2d> type(m, "op2d", word2d_doc);
    type.attr("__array_ufunc__") = py::none();
    type.def("__call__", &apply_word2d, py::arg("x"), py::arg("windows") = both_full(),
             py::arg("boundaries") = both_zero(),
             R"(__call__(self, x, windows=('full', 'full'), boundaries=('zero', 'zero'))
--

The word on the last two axes of an array.

Examples
--------
>>> blur = noble.conv([1, 2, 1], origin=1)
>>> noble.kron(blur, blur)([[1.0]], windows=('same', 'same'))
array([[4.]])
)")
        .def("on", &map_of, py::arg("n_rows"), py::arg("n_cols"), py::arg("windows") = both_full(),
             py::arg("boundaries") = both_zero(), on2d_doc)
        .def("__matmul__", &after_word2d)
        .def("__mul__", &scaled_word2d)
        .def("__rmul__", &scaled_word2d)
        .def(py::self + py::self)
        .def(
            "__sub__", [](const op2d& a, const op2d& b) { return a - b; }, py::is_operator())
        .def(-py::self)
        .def(
            "__eq__", [](const op2d& a, const op2d& b) { return decide(a, b).holds(); },
            py::is_operator())
        .def("__repr__", [](const op2d& a) { return to_string(a); })
        .def(py::pickle([](const op2d& a) { return to_string(a); },
                        [](const std::string& text) {
                            return std::get<op2d>(parse_expression(text, standard_vocabulary()));
                        }))
        .def_property_readonly("terms", &terms_of,
                               "The separable terms, a pair (rows, cols) of words for each.")
        .def(
            "same_word", [](const op2d& a, const op2d& b) { return same_word(a, b); },
            py::arg("other"), R"(same_word(self, other)
--

Whether all terms are the same words, in the same order; ``==`` asks for the same operator.

Examples
--------
>>> A, B = (noble.kron(w, noble.identity()) for w in (noble.down(2) @ noble.down(3), noble.down(6)))
>>> A == B, A.same_word(B)
(True, False)
)")
        .def_property_readonly("T", &op2d::T, "The transpose.")
        .def_property_readonly("H", &op2d::H, "The adjoint.")
        .def(
            "conj", [](const op2d& a) { return conj(a); }, R"(conj(self)
--

The word with conjugated taps.

Examples
--------
>>> noble.kron(noble.scale(1j), noble.identity()).conj()
kron(-1i, id)
)");
    type.attr("__hash__") = py::none();
    m.def(
        "kron", [](const op& rows, const op& cols) { return kron(rows, cols); }, py::arg("rows"),
        py::arg("cols"), R"(kron(rows, cols)
--

`rows` along the rows' index (axis 0) and `cols` along the columns' index (axis 1): two words, or two
finite maps, whose Kronecker product acts on arrays of shape ``(rows.shape[1], cols.shape[1])``.

Examples
--------
>>> noble.kron(noble.down(2), noble.up(3)).T
kron(up(2), down(3))
>>> noble.kron(noble.down(2).on(4), noble.identity().on(3)).out_shape
(2, 3)
)");
    m.def(
        "kron", [](const linear_map& rows, const linear_map& cols) { return kron(rows, cols); },
        py::arg("rows"), py::arg("cols"));
}

}  // namespace noble::python
