// The letters: functions that return words.
#include "bindings.hpp"
#include "noble/op.hpp"
#include "values/arguments.hpp"
#include "values/numbers.hpp"

namespace noble::python {

void bind_letters(py::module_& m) {
    m.def("identity", &identity, R"(identity()
--

y[n] = x[n].

Examples
--------
>>> noble.identity() == noble.down(2) @ noble.up(2)
True
)");
    m.def("delay", &delay, py::arg("d"), R"(delay(d)
--

y[n] = x[n - d].

Examples
--------
>>> noble.delay(3).T
delay(-3)
)");
    m.def(
        "scale", [](const py::object& c) { return scale(exact_from(c)); }, py::arg("c"),
        R"(scale(c)
--

y[n] = c x[n], c an exact number: an int, a Fraction, or exactly the float given.

Examples
--------
>>> from fractions import Fraction
>>> 3 * noble.scale(Fraction(1, 3)) == noble.identity()
True
)");
    m.def("down", &down, py::arg("k"), py::arg("p") = 0, R"(down(k, p=0)
--

y[n] = x[k n + p]: every k-th sample, beginning at p.

Examples
--------
>>> noble.down(2) @ [1.0, 2.0, 3.0, 4.0]
array([1., 3.])
)");
    m.def("up", &up, py::arg("k"), py::arg("p") = 0, R"(up(k, p=0)
--

y[k n + p] = x[n], all else 0; the transpose of ``down(k, p)``.

Examples
--------
>>> noble.up(2) @ [1.0, 3.0]
array([1., 0., 3., 0.])
)");
    m.def(
        "conv",
        [](const py::object& taps, const py::object& origin) {
            return conv(sequence_from(taps, origin));
        },
        py::arg("taps"), py::arg("origin") = py::none(), R"(conv(taps, origin=None)
--

Convolution: y[n] = sum over t of q[t] x[n - t]. Arguments as of `sequence`.

Examples
--------
>>> noble.conv([1, 2, 1], origin=1)
conv([1 2 1]@1)
>>> noble.conv(noble.lowpass(0.5, 31)).rate
Fraction(1, 1)
)");
    m.def(
        "corr",
        [](const py::object& taps, const py::object& origin) {
            return corr(sequence_from(taps, origin));
        },
        py::arg("taps"), py::arg("origin") = py::none(), R"(corr(taps, origin=None)
--

``conv(taps).T``: y[n] = sum over t of q[t] x[n + t], never conjugated ("convolution" in deep learning).

Examples
--------
>>> noble.corr([1, 2, 3]) == noble.conv([3, 2, 1], origin=2)
True
)");
}

}  // namespace noble::python
