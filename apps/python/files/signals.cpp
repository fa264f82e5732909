// read, write: signals in files.
#include <pybind11/stl.h>

#include <string>

#include "bindings.hpp"
#include "files/paths.hpp"
#include "noble/signal_file.hpp"
#include "noble/signal_format.hpp"
#include "values/arguments.hpp"
#include "values/arrays.hpp"

namespace noble::python {
namespace {

struct python_signal {
    py::array samples;
    std::optional<double> rate;
    std::string format;
    std::optional<std::string> type;
};

py::array array_of(any_array&& samples) {
    return std::visit(
        [](auto& values) {
            const extents shape(values.shape().begin(), values.shape().end());
            return array_from_container(std::move(values), shape);
        },
        samples);
}

python_signal read(const std::string& path, const std::optional<std::string>& format) {
    signal_data found = [&] {
        const py::gil_scoped_release release;
        return read_signal(path, file_format_named(format));
    }();
    std::optional<std::string> type;
    if (found.type) type = name_of(*found.type);
    return {array_of(std::move(found.samples)), found.rate, std::string(name_of(found.format)),
            type};
}

any_array container_of(const py::object& samples) {
    const readable in = readable_from(samples);
    return with_element(in.type, [&]<class T>(T) -> any_array {
        const auto packed = py::array_t<T, py::array::c_style>(in.array);
        std::vector<std::size_t> shape(packed.shape(), packed.shape() + packed.ndim());
        xt::xarray<T> values(shape);
        std::copy_n(packed.data(), values.size(), values.data());
        return values;
    });
}

index_t write(const std::string& path, const py::object& samples, std::optional<double> rate,
              const std::optional<std::string>& format, const std::optional<std::string>& type) {
    write_options options{file_format_named(format), std::nullopt};
    if (type) options.type = sample_type_from(*type);
    const signal_data signal{container_of(samples), file_format::npy, std::nullopt, rate};
    const py::gil_scoped_release release;
    return write_signal(path, signal, options).clipped;
}

}  // namespace

void bind_signals(py::module_& m) {
    py::class_<python_signal>(m, "signal", "A signal, and what its file says of it.")
        .def_readonly("samples", &python_signal::samples,
                      "An array whose axis 0 is time; of audio and CSV always (frames, channels).")
        .def_readonly("rate", &python_signal::rate, "Samples per second (Hz); None if unknown.")
        .def_readonly("format", &python_signal::format, "'WAV', 'FLAC', 'CSV', 'npy', ….")
        .def_readonly("type", &python_signal::type, "How the file stores a sample: 'int16', ….")
        .def("__repr__", [](const python_signal& s) {
            const std::string rate =
                s.rate ? std::string(py::str(py::float_(*s.rate))) + " Hz, " : "";
            return "<" + s.format + " signal of shape " +
                   std::string(py::str(s.samples.attr("shape"))) + ", " + rate +
                   s.type.value_or("?") + ">";
        });
    m.def(
        "read",
        [](const py::object& path, const std::optional<std::string>& format) {
            return read(path_from(path), format);
        },
        py::arg("path"), py::arg("format") = py::none(), R"(read(path, format=None)
--

Reads a signal file: WAV, FLAC and whatever else libsndfile reads, CSV, or .npy.

PCM of b bits is divided by 2**(b - 1), exactly; float32, float64, complex64 and complex128 are kept;
other integers become float64.

Parameters
----------
path : str or os.PathLike
format : str, optional
    'wav', 'flac', 'csv', 'npy', …; unless given, what the extension says, else the content.

Returns
-------
signal

Raises
------
OSError
    Missing, unreadable, not what it claims to be, or shorter than its header says.
MemoryError
    Beyond `memory_limit`.

Examples
--------
>>> import os, tempfile
>>> path = os.path.join(tempfile.mkdtemp(), 'ramp.wav')
>>> noble.write(path, [0.0, 0.25, 0.5], rate=8000, type='int16')
0
>>> s = noble.read(path)
>>> s
<WAV signal of shape (3, 1), 8000.0 Hz, int16>
>>> s.samples[:, 0]
array([0.  , 0.25, 0.5 ])
)");
    m.def(
        "write",
        [](const py::object& path, const py::object& samples, std::optional<double> rate,
           const std::optional<std::string>& format, const std::optional<std::string>& type) {
            return write(path_from(path), samples, rate, format, type);
        },
        py::arg("path"), py::arg("samples"), py::arg("rate") = py::none(), py::kw_only(),
        py::arg("format") = py::none(), py::arg("type") = py::none(),
        R"(write(path, samples, rate=None, *, format=None, type=None)
--

Writes a signal file, whole or not at all.

Parameters
----------
path : str or os.PathLike
samples : array_like
    Axis 0 is time: (frames,) or (frames, channels) for audio and CSV, any shape for .npy.
rate : float, optional
    Samples per second (Hz), for audio; 48000 unless given.
format : str, optional
    As of `read`.
type : str, optional
    'int16', 'int24', 'float32', …: how audio stores a sample; unless given, as the array does, where
    the format can.

Returns
-------
int
    The number of samples beyond full scale, which were clipped.

Raises
------
ValueError
    Complex audio, or a shape or type that the format cannot hold.
OSError
    Whatever the system refuses.

Examples
--------
>>> import os, tempfile
>>> noble.write(os.path.join(tempfile.mkdtemp(), 'loud.wav'), [0.5, 2.0], 44100, type='int16')
1
)");
}

}  // namespace noble::python
