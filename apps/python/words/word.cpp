// op: words in ↓k, ↑k and convolution, and what is known of them.
#include <pybind11/operators.h>
#include <pybind11/stl.h>

#include "bindings.hpp"
#include "noble/op.hpp"
#include "noble/parse.hpp"
#include "noble/support.hpp"
#include "values/arguments.hpp"
#include "values/arrays.hpp"
#include "values/numbers.hpp"

namespace noble::python {
namespace {

constexpr const char* word_doc =
    R"(A word in the letters ↓k, ↑k and convolution, acting on sequences on all of ℤ.

Made by the functions `identity`, `delay`, `scale`, `down`, `up`, `conv`, `corr` and `parse`, and composed:
``A @ B`` is A after_word B, ``A + B``, ``A - B``, ``-A``, ``c * A`` for a number c, ``A**n``; ``A.T``, ``A.H``, ``A.conj()``.
``A == B`` decides, exactly, whether two words are the same operator; `hash` agrees with it. ``repr(A)`` is
text that `parse` reads back.

``A @ x`` and ``A(x)`` apply a word to an array (along its last axis) or, exactly, to a `sequence`.

Examples
--------
>>> import noble
>>> A = noble.down(2) @ noble.conv([1, 2, 1], origin=1)
>>> A
down(2) * conv([1 2 1]@1)
>>> A.T == noble.conv([1, 2, 1], origin=1) @ noble.up(2)
True
>>> A @ [1.0, 2.0, 3.0, 4.0]
array([ 4., 12.,  4.])
)";

constexpr const char* word_call_doc = R"(__call__(self, x, window='full', boundary='zero', axis=-1)
--

The word on the samples of an array along one axis.

Parameters
----------
x : array_like or sequence
    float32, float64, complex64 or complex128, of any strides: read in place, and the result is of
    the same type; integers and bool are taken as float64. A `sequence` gives a `sequence`, exactly.
window : {'full', 'valid', 'same'} or (first, count)
    The outputs kept: every one that an input reaches, those that need no sample from outside, those
    on the input's time span, or ``count`` from index ``first`` on.
boundary : str
    What lies outside: 'zero', 'edge', 'periodic', 'symmetric', 'reflect', 'antisymmetric', 'antireflect',
    'smooth' or 'line'.
axis : int

Returns
-------
ndarray or sequence

Raises
------
ValueError
    Where the word does not fit the array: an axis that is not there, complex taps on real samples,
    unknown taps, no samples for a boundary other than zero.
MemoryError
    Beyond `memory_limit`.

Examples
--------
>>> A = noble.conv([1, 2, 1], origin=1)
>>> A([1.0, 2.0, 3.0], window='same', boundary='reflect')
array([ 6.,  8., 10.])
)";

constexpr const char* on_doc = R"(on(self, n, window='full', boundary='zero')
--

The finite map of the word on n samples: a matrix of ``A.on(n).shape``. Window and boundary as when
the word is called.

Returns
-------
linear_map

Examples
--------
>>> noble.down(2).on(4).todense()
array([[1., 0., 0., 0.],
       [0., 0., 1., 0.]])
)";

py::object fraction(index_t numerator, index_t denominator) {
    return py::module_::import("fractions").attr("Fraction")(numerator, denominator);
}

py::object not_implemented() { return py::reinterpret_borrow<py::object>(Py_NotImplemented); }

// f(number), or NotImplemented for what is none.
template <class F>
py::object with_number(py::handle value, const F& f) {
    const auto c = number_in(value);
    return c ? py::cast(f(*c)) : not_implemented();
}

index_t samples_along(const py::array& x, int axis) {
    return x.shape(
        static_cast<py::ssize_t>(resolve_axis(axis, static_cast<std::size_t>(x.ndim()))));
}

py::object apply_word(const op& a, const py::object& x, const window& w, boundary b, int axis) {
    if (py::isinstance<sequence>(x)) return py::cast(a(x.cast<sequence>()));
    const readable in = readable_from(x);
    return apply(a.on(samples_along(in.array, axis), w, b), in.array, axis);
}

py::object after_word(const op& a, const py::object& right) {
    if (py::isinstance<op>(right)) return py::cast(a * right.cast<op>());
    return apply_word(a, right, window::full, boundary::zero, -1);
}

void bind_word_operators(py::class_<op>& type) {
    type.def(
            "__call__",
            [](const op& a, const py::object& x, const py::object& w, const std::string& b,
               int axis) { return apply_word(a, x, window_from(w), boundary_from(b), axis); },
            py::arg("x"), py::arg("window") = "full", py::arg("boundary") = "zero",
            py::arg("axis") = -1, word_call_doc)
        .def("__matmul__", &after_word)
        .def(py::self + py::self)
        .def(
            "__sub__", [](const op& a, const op& b) { return a - b; }, py::is_operator())
        .def(-py::self)
        .def(
            "__eq__", [](const op& a, const op& b) { return a == b; }, py::is_operator())
        .def("__mul__",
             [](const op& a, const py::object& c) {
                 return with_number(c, [&](const exact& value) { return value * a; });
             })
        .def("__rmul__",
             [](const op& a, const py::object& c) {
                 return with_number(c, [&](const exact& value) { return value * a; });
             })
        .def(
            "__pow__", [](const op& a, index_t n) { return pow(a, n); }, py::is_operator())
        .def("__hash__", [](const op& a) { return hash_value(a); })
        .def("__repr__", [](const op& a) { return to_string(a); })
        .def(py::pickle([](const op& a) { return to_string(a); },
                        [](const std::string& text) { return parse(text); }));
    type.attr("__array_ufunc__") = py::none();  // NumPy leaves @ and * to us
}

void bind_word_facts(py::class_<op>& type) {
    type.def_property_readonly(
            "rate", [](const op& a) { return fraction(a.rate().outputs, a.rate().inputs); },
            "Outputs per input, a Fraction.")
        .def_property_readonly("latency", &op::latency,
                               "The least d for which delay(d) @ A is causal, in output samples; "
                               "None for the zero operator.")
        .def_property_readonly(
            "delay",
            [](const op& a) {
                const auto d = a.delay();
                return d ? to_python(exact(*d)) : py::none();
            },
            "The delay of a word with a symmetric or antisymmetric kernel, in output samples (an "
            "int or a Fraction); None for every other word.")
        .def_property_readonly(
            "support",
            [](const op& a) -> py::object {
                const auto s = a.support();
                if (!s) return py::none();
                return py::make_tuple(to_python(exact(s->first)), to_python(exact(s->last)));
            },
            "Where a unit sample at time 0 leaves its trace: (first, last) in output samples, the "
            "least closed interval; None for the zero operator.")
        .def_property_readonly("size", &op::size, "The number of letters.")
        .def_property_readonly("is_numeric", &op::is_numeric,
                               "Whether all taps are known: only then has the word values.");
    type.def(
        "outputs",
        [](const op& a, index_t n, const py::object& w) {
            const interval kept = window_from(w).of(a, n);
            return py::make_tuple(kept.begin, kept.count());
        },
        py::arg("n"), py::arg("window") = "full", R"(outputs(self, n, window='full')
--

The outputs that a window keeps of the word on n samples.

Returns
-------
first, count : int
    A window again: ``A(x, A.outputs(n, 'valid'))`` is ``A(x, 'valid')``.

Examples
--------
>>> A = noble.down(2) @ noble.conv([1, 2, 1], origin=1)
>>> A.outputs(8), A.outputs(8, 'valid'), A.outputs(8, 'same')
((0, 5), (1, 3), (0, 4))
)");
}

}  // namespace

void bind_word(py::module_& m) {
    py::class_<op> type(m, "op", word_doc);
    bind_word_operators(type);
    type.def(
            "on",
            [](const op& a, index_t n, const py::object& w, const std::string& b) {
                return a.on(n, window_from(w), boundary_from(b));
            },
            py::arg("n"), py::arg("window") = "full", py::arg("boundary") = "zero", on_doc)
        .def_property_readonly("T", &op::T, "The transpose, a word again.")
        .def_property_readonly("H", &op::H, "The adjoint: the conjugate of the transpose.");
    bind_word_facts(type);
    type.def(
        "conj", [](const op& a) { return conj(a); }, R"(conj(self)
--

The word with conjugated taps.

Examples
--------
>>> noble.conv([1, 1j]).conj()
conv([1 -1i])
)");
    type.def(
        "same_word", [](const op& a, const op& b) { return same_word(a, b); }, py::arg("other"),
        R"(same_word(self, other)
--

Whether the letters are the same, in the same order; ``==`` asks for the same operator.

Examples
--------
>>> A, B = noble.down(2) @ noble.down(3), noble.down(6)
>>> A == B, A.same_word(B)
(True, False)
)");
    m.def(
        "matrix",
        [](const op& a, index_t n, const py::object& w, const std::string& b,
           const py::object& dtype) {
            return py::cast(a.on(n, window_from(w), boundary_from(b))).attr("todense")(dtype);
        },
        py::arg("word"), py::arg("n"), py::arg("window") = "full", py::arg("boundary") = "zero",
        py::arg("dtype") = py::none(),
        R"(matrix(word, n, window='full', boundary='zero', dtype=None)
--

``word.on(n, window, boundary).todense(dtype)``.

Examples
--------
>>> noble.matrix(noble.conv([1, 2], origin=1), 3, window='same', boundary='periodic')
array([[2., 1., 0.],
       [0., 2., 1.],
       [1., 0., 2.]])
)");
}

}  // namespace noble::python
