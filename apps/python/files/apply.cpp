// apply: words on signal files.
#include <pybind11/stl.h>

#include "bindings.hpp"
#include "files/paths.hpp"
#include "noble/apply_file.hpp"
#include "noble/error.hpp"
#include "noble/parse.hpp"
#include "noble/signal_format.hpp"
#include "values/arguments.hpp"
#include "values/arrays.hpp"

namespace noble::python {
namespace {

constexpr const char* apply_doc =
    R"(apply(word, input, output, *, window='same', boundary='zero', transpose=False, n=None, axis=None, dtype=None, rate=None, format=None, type=None, input_format=None, block=None, progress=None)
--

A word on a signal file, written to another.

Words on one axis run block by block: in memory that does not grow with the file, and from pipe to
pipe while the samples come. The bytes depend neither on the blocks nor on `thread_count`.

Parameters
----------
word : op, op2d, bank or str
    Text is read by `parse`. Of a bank the channels are the axis beside that of the samples.
input, output : str or os.PathLike
    '-' is standard input or output. The output appears whole or not at all.
window, boundary : str or pair
    As in `op.on`; of an op2d also a list of two, one for each axis.
transpose : bool
    The transpose of the finite map, which gives back `n` samples.
n : int or pair of int, optional
axis : int, optional
    Of the samples; unless given, the last of .npy and of an op2d, else the first.
dtype : dtype, optional
    To compute in; unless given, as the input's.
rate : float, optional
    The output's samples per second (Hz); unless given, the input's, scaled by the word's rate.
format, type : str, optional
    The output's, as of `write`; unless given, what its extension says, else as the input's.
input_format : str, optional
    Where name and content do not say.
block : int, optional
    Frames read at a time.
progress : callable, optional
    Called as ``progress(done, total)`` with samples of the input; total is None where it is unknown.
    What it raises ends the run.

Returns
-------
dict
    'format', 'type', 'shape', 'rate' (Hz; None where there is none) and 'clipped' (samples beyond full
    scale) of what was written.

Raises
------
ValueError
    What the output cannot hold, unknown taps, and what binding the word raises.
OSError
    As of `read` and `write`.
MemoryError
    Beyond `memory_limit`.

Examples
--------
>>> import os, tempfile
>>> folder = tempfile.mkdtemp()
>>> path = os.path.join(folder, 'ramp.wav')
>>> noble.write(path, [0.0, 0.25, 0.5], rate=8000, type='int16')
0
>>> half = os.path.join(folder, 'half.wav')
>>> noble.apply(noble.down(2), path, half)
{'format': 'WAV', 'type': 'int16', 'shape': (2, 1), 'rate': 4000, 'clipped': 0}
>>> noble.read(half).samples[:, 0]
array([0. , 0.5])
)";

// One value for both axes, or a list of two.
template <class Read>
auto on_axes(const py::object& value, const Read& read) -> std::array<decltype(read(value)), 2> {
    if (!py::isinstance<py::list>(value)) return {read(value), read(value)};
    if (py::len(value) != 2)
        throw argument_error("expected a value, or a list of one for each axis");
    const auto values = value.cast<py::list>();
    return {read(values[0]), read(values[1])};
}

boundary boundary_in(const py::object& name) { return boundary_from(name.cast<std::string>()); }

std::optional<sample_type> type_named(const std::optional<std::string>& name) {
    if (!name) return std::nullopt;
    return sample_type_from(*name);
}

std::optional<element_type> element_in(const py::object& dtype) {
    if (dtype.is_none()) return std::nullopt;
    return element_named(dtype);
}

using sizes = std::variant<index_t, std::pair<index_t, index_t>>;

extents sizes_in(const std::optional<sizes>& n) {
    if (!n) return {};
    if (const auto* one = std::get_if<index_t>(&*n)) return {*one};
    const auto& [rows, cols] = std::get<std::pair<index_t, index_t>>(*n);
    return {rows, cols};
}

// Called by whatever thread writes; the caller of `apply` keeps the object.
std::function<void(index_t, std::optional<index_t>)> caller_of(const py::object& progress) {
    if (progress.is_none()) return {};
    return [call = py::handle(progress)](index_t done, std::optional<index_t> total) {
        const py::gil_scoped_acquire held;
        call(done, total);
    };
}

py::dict report_of(const apply_report& report) {
    py::dict fields;
    fields["format"] = name_of(report.written.format);
    fields["type"] = name_of(report.written.type);
    fields["shape"] = py::tuple(py::cast(report.signal.shape));
    fields["rate"] = report.written.rate;
    fields["clipped"] = report.written.clipped;
    return fields;
}

py::dict applied(const py::object& word, const py::object& input, const py::object& output,
                 const py::object& kept, const py::object& outside, bool transpose,
                 const std::optional<sizes>& n, std::optional<int> axis, const py::object& dtype,
                 std::optional<double> rate, const std::optional<std::string>& format,
                 const std::optional<std::string>& type,
                 const std::optional<std::string>& input_format, std::optional<index_t> block,
                 const py::object& progress) {
    if (block && *block < 1) throw argument_error("a block has one frame or more");
    const expression a = expression_from(word);
    const apply_options options{
        .binding = {on_axes(kept, window_from), on_axes(outside, boundary_in), transpose},
        .n = sizes_in(n),
        .axis = axis,
        .dtype = element_in(dtype),
        .input_format = file_format_named(input_format),
        .output = {file_format_named(format), type_named(type)},
        .rate = rate,
        .block = block.value_or(0),
        .progress = caller_of(progress)};
    const std::string in = path_from(input);
    const std::string out = path_from(output);
    const apply_report report = [&] {
        const py::gil_scoped_release release;
        return apply_file(a, in, out, options);
    }();
    return report_of(report);
}

}  // namespace

void bind_apply(py::module_& m) {
    m.def("apply", &applied, py::arg("word"), py::arg("input"), py::arg("output"), py::kw_only(),
          py::arg("window") = "same", py::arg("boundary") = "zero", py::arg("transpose") = false,
          py::arg("n") = py::none(), py::arg("axis") = py::none(), py::arg("dtype") = py::none(),
          py::arg("rate") = py::none(), py::arg("format") = py::none(),
          py::arg("type") = py::none(), py::arg("input_format") = py::none(),
          py::arg("block") = py::none(), py::arg("progress") = py::none(), apply_doc);
}

}  // namespace noble::python
