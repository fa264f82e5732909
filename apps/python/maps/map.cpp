// linear_map: finite maps, their matrices, and SciPy's view of them.
#include <pybind11/operators.h>
#include <pybind11/stl.h>

#include "bindings.hpp"
#include "maps/map_repr.hpp"
#include "noble/linear_map.hpp"
#include "noble/matrix.hpp"
#include "values/arrays.hpp"
#include "values/numbers.hpp"

namespace noble::python {
namespace {

constexpr const char* map_doc =
    R"(A finite linear map: a word on n samples, with a window and a boundary.

Made by ``A.on(n, window, boundary)``. Maps compose: ``M @ N``, ``M + N``, ``M - N``, ``c * M``, ``M.T``, ``M.H``,
``M.conj()``. ``M @ X`` acts along axis 0, as SciPy's operators do (a map on several axes on the first
ones, or on axis 0 where that holds all of them flattened); ``M(x, axis=-1)`` on the axis given. ``repr(M)`` is
Python for the same map, ``str(M)`` a line for people.

Examples
--------
>>> import noble
>>> M = noble.conv([1, 2, 1], origin=1).on(4, 'same')
>>> M.shape
(4, 4)
>>> M @ [1.0, 0.0, 0.0, 1.0]
array([2., 1., 1., 2.])
>>> print(M.text())
2 1 0 0
1 2 1 0
0 1 2 1
0 0 1 2
<BLANKLINE>
)";

constexpr const char* dense_doc = R"(todense(self, dtype=None)
--

The matrix of the map, an array of `shape`.

Parameters
----------
dtype : dtype, optional
    float32, float64, complex64 or complex128; unless given, float64, or complex128 where taps are
    complex. Entries are exact until they are rounded, once.

Raises
------
MemoryError
    Beyond `memory_limit`.

Examples
--------
>>> noble.up(2).on(2).todense('float32')
array([[1., 0.],
       [0., 0.],
       [0., 1.],
       [0., 0.]], dtype=float32)
)";

constexpr const char* sparse_doc = R"(tosparse(self, dtype=None)
--

The matrix of the map in SciPy's compressed sparse rows. `dtype` as of `todense`.

Returns
-------
scipy.sparse.csr_array

Examples
--------
>>> noble.down(2).on(1000).tosparse().nnz
500
)";

constexpr const char* operator_doc = R"(aslinearoperator(self, dtype=None)
--

The map as a `scipy.sparse.linalg.LinearOperator`, for SciPy's solvers. `dtype` as of `todense`.

Examples
--------
>>> import numpy as np
>>> from scipy.sparse.linalg import lsqr
>>> M = noble.conv([1, 3, 1], origin=1).on(8, 'same')
>>> x = lsqr(M.aslinearoperator(), M @ np.ones(8), atol=1e-12)[0]
>>> [round(v, 6) for v in x]
[1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]
)";

element_type element_or_natural(const linear_map& a, py::handle dtype) {
    return dtype.is_none() ? natural_element(a) : element_named(dtype);
}

py::array dense(const linear_map& a, const py::object& dtype) {
    return with_element(element_or_natural(a, dtype), [&]<class T>(T) -> py::array {
        xt::xtensor<T, 2> entries;
        {
            const py::gil_scoped_release release;
            entries = matrix<T>(a);
        }
        return array_from_container(std::move(entries), {a.rows(), a.cols()});
    });
}

template <class T>
py::array array_from(std::vector<T>& values) {
    const auto count = static_cast<index_t>(values.size());
    return array_from_container(std::move(values), {count});
}

py::object sparse(const linear_map& a, const py::object& dtype) {
    const auto scipy = py::module_::import("scipy.sparse");
    return with_element(element_or_natural(a, dtype), [&]<class T>(T) -> py::object {
        csr<T> m;
        {
            const py::gil_scoped_release release;
            m = sparse_matrix<T>(a);
        }
        const auto parts =
            py::make_tuple(array_from(m.values), array_from(m.columns), array_from(m.row_begin));
        return scipy.attr("csr_array")(parts, py::arg("shape") = py::make_tuple(m.rows, m.cols));
    });
}

// x in a type that holds both x's own values and the operator's; SciPy gives real vectors to
// complex operators.
py::array widened(const py::object& x, const py::dtype& type) {
    const auto numpy = py::module_::import("numpy");
    const auto array = numpy.attr("asarray")(x);
    return array.attr("astype")(numpy.attr("result_type")(array, type), py::arg("copy") = false);
}

py::cpp_function product_with(const linear_map& a, const py::dtype& type) {
    return {[a, type](const py::object& x) { return apply_to_columns(a, widened(x, type)); }};
}

py::object linear_operator(const linear_map& a, const py::object& dtype) {
    const py::dtype type = dtype_of(element_or_natural(a, dtype));
    const auto forward = product_with(a, type);
    const auto adjoint = product_with(a.H(), type);
    return py::module_::import("scipy.sparse.linalg")
        .attr("LinearOperator")(py::make_tuple(a.rows(), a.cols()), py::arg("matvec") = forward,
                                py::arg("rmatvec") = adjoint, py::arg("matmat") = forward,
                                py::arg("rmatmat") = adjoint, py::arg("dtype") = type);
}

py::object after_map(const linear_map& a, const py::object& right) {
    if (py::isinstance<linear_map>(right)) return py::cast(a * right.cast<linear_map>());
    return apply_to_columns(a, right);
}

py::object scaled_map(const linear_map& a, const py::object& factor) {
    const auto c = number_in(factor);
    if (!c) return py::reinterpret_borrow<py::object>(Py_NotImplemented);
    return py::cast(*c * a);
}

void bind_map_operators(py::class_<linear_map>& type) {
    type.def(
            "__call__",
            [](const linear_map& a, const py::object& x, int axis) { return apply(a, x, axis); },
            py::arg("x"), py::arg("axis") = -1, R"(__call__(self, x, axis=-1)
--

The map on the samples of an array along one axis; elements as of `op.__call__`.

Examples
--------
>>> noble.down(2).on(4)([[1.0, 2.0, 3.0, 4.0]])
array([[1., 3.]])
)")
        .def("__matmul__", &after_map)
        .def("__mul__", &scaled_map)
        .def("__rmul__", &scaled_map)
        .def(py::self + py::self)
        .def(
            "__sub__", [](const linear_map& a, const linear_map& b) { return a - b; },
            py::is_operator())
        .def(-py::self)
        .def("__repr__", &map_repr)
        .def("__str__", [](const linear_map& a) { return to_string(a); });
    type.attr("__array_ufunc__") = py::none();
}

}  // namespace

void bind_map(py::module_& m) {
    py::class_<linear_map> type(m, "linear_map", map_doc);
    bind_map_operators(type);
    type.def_property_readonly(
            "shape", [](const linear_map& a) { return py::make_tuple(a.rows(), a.cols()); },
            "The numbers of outputs and of inputs, all axes counted.")
        .def_property_readonly(
            "out_shape", [](const linear_map& a) { return py::tuple(py::cast(a.out_shape())); },
            "The shape of an output: one axis, or one for each Kronecker factor.")
        .def_property_readonly(
            "in_shape", [](const linear_map& a) { return py::tuple(py::cast(a.in_shape())); },
            "The shape of an input: one axis, or one for each Kronecker factor.")
        .def_property_readonly("is_real", &linear_map::is_real,
                               "Whether all taps and scales are real.")
        .def_property_readonly("is_numeric", &linear_map::is_numeric,
                               "Whether all taps are known: only then has the map values.")
        .def_property_readonly("T", &linear_map::T, "The transpose.")
        .def_property_readonly("H", &linear_map::H, "The adjoint.");
    type.def(
        "conj", [](const linear_map& a) { return conj(a); }, R"(conj(self)
--

The map with conjugated taps.

Examples
--------
>>> noble.scale(1j).on(1).conj().todense()
array([[0.-1.j]])
)");
    type.def(
        "text",
        [](const linear_map& a, bool fractions, bool spy, int digits) {
            return to_text(a, {fractions, spy, digits});
        },
        py::kw_only(), py::arg("fractions") = false, py::arg("spy") = false, py::arg("digits") = 6,
        R"(text(self, *, fractions=False, spy=False, digits=6)
--

The matrix as lines for people, unknown taps by name; where it is large, or `spy` is asked for, only
where it is not zero.

Parameters
----------
fractions : bool
    1/3 instead of 0.333333.
spy : bool
digits : int
    Significant digits of numbers that are not integers.

Examples
--------
>>> print(noble.conv('q:2').on(2).text(), end='')
q0  0
q1 q0
 0 q1
)");
    type.def("todense", &dense, py::arg("dtype") = py::none(), dense_doc)
        .def("tosparse", &sparse, py::arg("dtype") = py::none(), sparse_doc)
        .def("aslinearoperator", &linear_operator, py::arg("dtype") = py::none(), operator_doc);
}

}  // namespace noble::python
