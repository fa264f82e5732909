// Designs of taps.
#include "bindings.hpp"
#include "noble/design.hpp"

namespace noble::python {

void bind_designs(py::module_& m) {
    m.def(
        "lowpass",
        [](double cutoff, index_t count, const std::string& shape, double beta) {
            return lowpass(cutoff, count, taper::named(shape, beta));
        },
        py::arg("cutoff"), py::arg("count"), py::arg("taper") = "hamming", py::arg("beta") = 0.0,
        R"(lowpass(cutoff, count, taper='hamming', beta=0.0)
--

A windowed sinc of unit gain at frequency 0, centred: the taps of
``scipy.signal.firwin(count, cutoff)``.

Parameters
----------
cutoff : float
    The -6 dB frequency as a fraction of the Nyquist frequency, 0 < cutoff < 1.
count : int
    The number of taps.
taper : {'hamming', 'hann', 'blackman', 'rectangular', 'kaiser'}
beta : float
    Of the Kaiser taper: 0 is rectangular, 8.6 about Blackman.

Returns
-------
sequence

Examples
--------
>>> q = noble.lowpass(0.25, 63)
>>> len(q), q.first
(63, -31)
)");
    m.def(
        "highpass",
        [](double cutoff, index_t count, const std::string& shape, double beta) {
            return highpass(cutoff, count, taper::named(shape, beta));
        },
        py::arg("cutoff"), py::arg("count"), py::arg("taper") = "hamming", py::arg("beta") = 0.0,
        R"(highpass(cutoff, count, taper='hamming', beta=0.0)
--

The taps of ``scipy.signal.firwin(count, cutoff, pass_zero=False)``, centred: unit gain at the
Nyquist frequency. `count` is odd. Arguments as of `lowpass`.

Examples
--------
>>> len(noble.highpass(0.5, 31, 'kaiser', beta=5))
31
)");
    m.def(
        "bandpass",
        [](double low, double high, index_t count, const std::string& shape, double beta) {
            return bandpass(low, high, count, taper::named(shape, beta));
        },
        py::arg("low"), py::arg("high"), py::arg("count"), py::arg("taper") = "hamming",
        py::arg("beta") = 0.0,
        R"(bandpass(low, high, count, taper='hamming', beta=0.0)
--

The taps of ``scipy.signal.firwin(count, [low, high], pass_zero=False)``, centred: unit gain at
(low + high)/2. Arguments as of `lowpass`.

Examples
--------
>>> len(noble.bandpass(0.25, 0.5, 31))
31
)");
    m.def("box", &box, py::arg("count"), R"(box(count)
--

`count` ones, centred: the kernel of repetition (after ``up(count)``).

Examples
--------
>>> noble.box(3)
[1 1 1]@1
)");
    m.def("triangle", &triangle, py::arg("count"), R"(triangle(count)
--

``scipy.signal.windows.triang(count)``, exactly, centred: after ``up(s)``, ``triangle(2*s - 1)``
interpolates linearly.

Examples
--------
>>> noble.triangle(3)
[0.5 1 0.5]@1
)");
}

}  // namespace noble::python
