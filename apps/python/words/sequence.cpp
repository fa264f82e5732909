// sequence: taps on indices.
#include "noble/sequence.hpp"

#include <pybind11/numpy.h>
#include <pybind11/operators.h>

#include <algorithm>
#include <complex>

#include "bindings.hpp"
#include "noble/error.hpp"
#include "noble/parse.hpp"
#include "values/arguments.hpp"
#include "values/numbers.hpp"

namespace noble::python {
namespace {

py::list values_of(const sequence& q) {
    require_memory(q.length(), sizeof(py::object), "the taps as a list");
    py::list values;
    for (index_t t = q.first(); t <= q.last(); ++t) values.append(to_python(q[t]));
    return values;
}

// Each tap rounded once.
template <class T>
py::array_t<T> rounded_taps(const sequence& q) {
    require_memory(q.length(), sizeof(T), "the taps as an array");
    py::array_t<T> values(q.length());
    std::fill_n(values.mutable_data(), q.length(), T{});
    for (const auto& tap : q.taps<exact>()) {
        values.mutable_at(tap.index - q.first()) = tap.value.template to<T>();
    }
    return values;
}

bool is_real(const sequence& q) {
    return std::ranges::all_of(q.taps<exact>(), [](const auto& t) { return t.value.is_real(); });
}

py::object array_of_taps(const sequence& q, const py::object& dtype) {
    py::object values = is_real(q) ? py::object(rounded_taps<double>(q))
                                   : py::object(rounded_taps<std::complex<double>>(q));
    return dtype.is_none() ? values : values.attr("astype")(dtype);
}

// Python's * takes any object; what is no number may know itself what to do with a sequence.
py::object scaled(const sequence& q, py::handle factor) {
    const auto c = number_in(factor);
    if (!c) return py::reinterpret_borrow<py::object>(Py_NotImplemented);
    return py::cast(*c * q);
}

}  // namespace

void bind_sequence(py::module_& m) {
    py::class_<sequence> type(m, "sequence", R"(sequence(taps, origin=None)
--

Finitely many taps on the indices ``first`` to ``last``, zero elsewhere.

Parameters
----------
taps : list, array, str or sequence
    Exact numbers: ints and Fractions as they are, floats as the doubles they are. Text is read as
    the expression language has it: ``'[1 2 1]@1'``, ``'lowpass(0.25, 63)'``, ``'q:5'`` (five unknown taps).
origin : int, optional
    The tap, counted from 0, that sits at index 0. Unless given, the first (of lists and arrays), or
    the one that does so already.

Examples
--------
>>> import noble
>>> q = noble.sequence([1, 2, 1], origin=1)
>>> q
[1 2 1]@1
>>> q.first, q.last, q[0], q[5]
(-1, 1, 2, 0)
)");
    type.def(py::init([](const py::object& taps, const py::object& origin) {
                 return sequence_from(taps, origin);
             }),
             py::arg("taps"), py::arg("origin") = py::none())
        .def_property_readonly("first", &sequence::first, "The index of the first tap.")
        .def_property_readonly("last", &sequence::last, "The index of the last tap.")
        .def("__len__", &sequence::length)
        .def("__getitem__", [](const sequence& q, index_t t) { return to_python(q[t]); })
        .def("__iter__", [](const sequence& q) { return py::iter(values_of(q)); })
        .def("__array__", &array_of_taps, py::arg("dtype") = py::none())
        .def("__repr__", [](const sequence& q) { return to_string(q); })
        .def(py::pickle(
            [](const sequence& q) { return to_string(q); },
            [](const std::string& text) { return parse_sequence(text, standard_vocabulary()); }))
        .def("__hash__", [](const sequence& q) { return hash_value(q); })
        .def(
            "__eq__", [](const sequence& a, const sequence& b) { return a == b; },
            py::is_operator())
        .def(py::self + py::self)
        .def("__mul__", &scaled)
        .def("__rmul__", &scaled);
    type.attr("__array_ufunc__") = py::none();
    type.def("origin", &sequence::origin, py::arg("tap"), R"(origin(self, tap)
--

The same taps with tap `tap`, counted from 0 (any integer), at index 0.

Examples
--------
>>> noble.sequence([1, 2, 1]).origin(2)
[1 2 1]@2
)");
    type.def("centred", &sequence::centred, R"(centred(self)
--

The same T taps with tap floor((T-1)/2) at index 0: for odd T without delay.

Examples
--------
>>> noble.sequence([1, 4, 6, 4, 1]).centred()
[1 4 6 4 1]@2
)");
    type.def("shifted", &sequence::shifted, py::arg("d"), R"(shifted(self, d)
--

The same taps moved by d: q'[t] = q[t - d].

Examples
--------
>>> noble.sequence([1, 2], origin=1).shifted(1)
[1 2]
)");
    type.def("reversed", &sequence::reversed, R"(reversed(self)
--

q'[t] = q[-t].

Examples
--------
>>> noble.sequence([1, 2, 3]).reversed()
[3 2 1]@2
)");
    type.def(
        "conj", [](const sequence& q) { return conj(q); }, R"(conj(self)
--

The complex conjugate of each tap.

Examples
--------
>>> noble.sequence([1, 2j]).conj()
[1 -2i]
)");
    type.def(
        "convolve", [](const sequence& a, const sequence& b) { return convolve(a, b); },
        py::arg("other"), R"(convolve(self, other)
--

The exact convolution of two sequences, sum over s of a[s] b[t - s].

Examples
--------
>>> noble.sequence([1, 1]).convolve(noble.sequence([1, 1], origin=1))
[1 2 1]@1
)");
}

}  // namespace noble::python
