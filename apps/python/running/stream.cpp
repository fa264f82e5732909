// stream: a word on a signal that comes block by block.
#include "noble/stream.hpp"

#include <pybind11/stl.h>

#include <algorithm>
#include <mutex>
#include <string_view>
#include <variant>

#include "bindings.hpp"
#include "noble/error.hpp"
#include "noble/linear_map.hpp"
#include "running/plan_options.hpp"
#include "values/arguments.hpp"
#include "values/arrays.hpp"

namespace noble::python {
namespace {

constexpr const char* stream_doc =
    R"(stream(word, dtype=None, *, window='same', boundary='zero', channels=1, length=None, effort='estimate', threads=0, method=None, instruction_set=None, groups='cheapest')
--

A word on a signal that comes block by block. Any split into blocks gives the bytes of
``noble.plan(word.on(n, window, boundary), dtype, endless=True)`` on the whole signal, and memory
follows the reach of the word, not the signal.

A periodic or line boundary lets the first outputs depend on the last frames: such a stream waits
for the end (`waits_for_end`), unless the length is known and `prime` hands the last frames over
beforehand.

Parameters
----------
word : op
dtype : dtype, optional
    float32, float64, complex64 or complex128; unless given, float64, or complex128 where taps are
    complex.
window : {'full', 'valid', 'same'} or (first, count)
    The outputs kept, as in `op.on`.
boundary : str
    What lies outside, as in `op.on`.
channels : int
    Blocks are of shape (frames,) for 1, of shape (frames, channels) for more.
length : int, optional
    The number of frames of the whole signal, where it is known.
effort : {'estimate', 'measure'}
threads : int
method : {'flow', 'lanes', 'thin', 'fft', 'rows'}, optional
instruction_set : {'plain', 'sse2', 'avx2', 'avx512'}, optional
groups : {'cheapest', 'fused', 'written'}
    As in `plan`.

Examples
--------
>>> import noble, numpy as np
>>> s = noble.stream(noble.down(2) @ noble.conv([1, 2, 1], origin=1))
>>> s([1.0, 2.0, 3.0])
array([4.])
>>> s([4.0])
array([12.])
>>> s.flush()
array([], dtype=float64)
>>> s.frames_in, s.frames_out
(4, 2)
)";

constexpr const char* call_doc = R"(__call__(self, frames)
--

Takes a block of frames and gives the outputs that they settle, in a new array.

Parameters
----------
frames : array_like
    Of the stream's element type; integers, bool and lists are converted to it. Any number of
    frames.

Returns
-------
ndarray
    Of shape (outputs,), or (outputs, channels).

Raises
------
ValueError
    For another shape, more frames than the length that was stated, or after `flush`.
MemoryError
    Where a stream that waits for the end exceeds the memory limit.

Examples
--------
>>> s = noble.stream(noble.conv([1, 1]), channels=2)
>>> s([[1.0, 10.0], [2.0, 20.0]])
array([[ 1., 10.],
       [ 3., 30.]])
)";

constexpr const char* flush_doc = R"(flush(self)
--

The end of the signal: all remaining outputs.

Returns
-------
ndarray

Raises
------
ValueError
    If called twice, and where fewer frames came than the length that was stated.

Examples
--------
>>> s = noble.stream(noble.conv([1, 2, 3]), window='full')
>>> s([1.0])
array([1.])
>>> s.flush()
array([2., 3.])
)";

constexpr const char* reset_doc = R"(reset(self)
--

As new: no frames, not primed.

Examples
--------
>>> s = noble.stream(noble.delay(1))
>>> s([1.0, 2.0])
array([0., 1.])
>>> s.reset()
>>> s([3.0])
array([0.])
)";

constexpr const char* prime_doc = R"(prime(self, last_frames)
--

Hands the last `end_frames` frames of the signal over, before its first. They come again in their
turn, the same byte for byte: others are a ValueError.

Parameters
----------
last_frames : array_like

Raises
------
ValueError
    For another number of frames, or once frames came.

Examples
--------
>>> s = noble.stream(noble.conv([1, 1]), boundary='periodic', length=3)
>>> s.end_frames
1
>>> s.prime([30.0])
>>> s([10.0, 20.0, 30.0])
array([40., 30., 50.])
)";

constexpr const char* copy_doc = R"(copy(self)
--

A stream of its own that goes on from the same place.

Returns
-------
stream

Examples
--------
>>> s = noble.stream(noble.delay(1))
>>> s([1.0, 2.0])
array([0., 1.])
>>> s.copy()([5.0]), s([6.0])
(array([2.]), array([2.]))
)";

using any_stream =
    std::variant<stream<float32>, stream<float64>, stream<complex64>, stream<complex128>>;

// Calls on one stream from several Python threads come one after another: the GIL is released.
class python_stream {
 public:
    element_type type;
    any_stream of;

    python_stream(element_type t, any_stream s) : type(t), of(std::move(s)) {}

    template <class F>
    decltype(auto) visit(const F& f) {
        const auto lock = locked();
        return std::visit(f, of);
    }

 private:
    // Waits without the GIL, which who holds the lock may need to end its call.
    std::unique_lock<std::mutex> locked() {
        const py::gil_scoped_release release;
        return std::unique_lock(mutex_);
    }
    std::mutex mutex_;
};

std::unique_ptr<python_stream> make_stream(const op& word, const py::object& dtype,
                                           const py::object& kept, const std::string& rule,
                                           index_t channels, const std::optional<index_t>& length,
                                           const std::string& effort, int threads,
                                           const std::optional<std::string>& method,
                                           const std::optional<std::string>& set,
                                           const std::string& groups) {
    const stream_options options{window_from(kept), boundary_from(rule), channels, length,
                                 plan_options_from(effort, threads, method, set, groups)};
    const element_type type = dtype.is_none() ? natural_element(word.on(1)) : element_named(dtype);
    const py::gil_scoped_release release;
    return with_element(type, [&]<class T>(T) {
        return std::make_unique<python_stream>(type, stream<T>(word, options));
    });
}

// Frames one after another, contiguous, of the stream's type.
py::array frames_from(const python_stream& s, index_t channels, py::handle x) {
    readable in = readable_from(x);
    // Lists have no type of their own, and integers and bool are of any.
    const bool has_type = py::hasattr(x, "dtype");
    const bool is_integer =
        py::isinstance<py::array>(x) &&
        std::string_view("biu").find(py::reinterpret_borrow<py::array>(x).dtype().kind()) !=
            std::string_view::npos;
    const bool is_real = in.type == element_type::float64 || in.array.size() == 0;
    if ((!has_type || is_integer) && is_real) {
        in = {in.array.attr("astype")(dtype_of(s.type)), s.type};
    }
    if (in.type != s.type) {
        throw py::type_error("a stream of " + std::string(py::str(py::handle(dtype_of(s.type)))) +
                             " was given an array of " +
                             std::string(py::str(py::handle(in.array.dtype()))));
    }
    const bool has_frames = in.array.ndim() == 2 && in.array.shape(1) == channels;
    if (!has_frames && !(in.array.ndim() == 1 && channels == 1)) {
        const std::string one = channels == 1 ? "(frames,) or " : "";
        throw argument_error("a stream of " + std::to_string(channels) +
                             " channels takes blocks of shape " + one + "(frames, " +
                             std::to_string(channels) + "), and was given one of shape " +
                             std::string(py::str(in.array.attr("shape"))));
    }
    return py::module_::import("numpy").attr("ascontiguousarray")(in.array);
}

// The outputs of one call, in an array of as many axes as the block had: count(stream) frames of
// them, which call(stream, memory) makes.
template <class Count, class Call>
py::array outputs_of(python_stream& s, bool has_axis, const Count& count, const Call& call) {
    return s.visit([&]<class T>(stream<T>& own) -> py::array {
        const index_t channels = own.options().channels;
        const index_t frames = count(own);
        auto result = result_array<T>(has_axis ? extents{frames, channels} : extents{frames});
        const std::span<T> out(result.mutable_data(), static_cast<std::size_t>(result.size()));
        const py::gil_scoped_release release;
        call(own, out);
        return result;
    });
}

template <class T>
std::span<const T> span_of(const py::array& frames) {
    return {static_cast<const T*>(frames.data()), static_cast<std::size_t>(frames.size())};
}

index_t channels_of(python_stream& s) {
    return s.visit([](const auto& own) { return own.options().channels; });
}

py::array take(python_stream& s, const py::object& x) {
    const index_t channels = channels_of(s);
    const auto frames = frames_from(s, channels, x);
    return outputs_of(
        s, frames.ndim() == 2,
        [&](const auto& own) { return own.outputs_of(frames.size() / channels); },
        [&]<class T>(stream<T>& own, std::span<T> out) { own(span_of<T>(frames), out); });
}

py::array flush(python_stream& s) {
    return outputs_of(
        s, channels_of(s) > 1, [](const auto& own) { return own.outputs_of_end(); },
        [](auto& own, auto out) { own.flush(out); });
}

void prime(python_stream& s, const py::object& x) {
    const auto frames = frames_from(s, channels_of(s), x);
    s.visit([&]<class T>(stream<T>& own) { own.prime(span_of<T>(frames)); });
}

// A property that every element type has.
template <class F>
auto property(const F& f) {
    return [f](python_stream& s) { return s.visit(f); };
}

}  // namespace

void bind_stream(py::module_& m) {
    py::class_<python_stream>(m, "stream", stream_doc)
        .def(py::init(&make_stream), py::arg("word"), py::arg("dtype") = py::none(), py::kw_only(),
             py::arg("window") = "same", py::arg("boundary") = "zero", py::arg("channels") = 1,
             py::arg("length") = py::none(), py::arg("effort") = "estimate", py::arg("threads") = 0,
             py::arg("method") = py::none(), py::arg("instruction_set") = py::none(),
             py::arg("groups") = "cheapest")
        .def("__call__", &take, py::arg("frames"), call_doc)
        .def("flush", &flush, flush_doc)
        .def("reset", property([](auto& s) { s.reset(); }), reset_doc)
        .def("prime", &prime, py::arg("last_frames"), prime_doc)
        .def(
            "copy",
            [](python_stream& s) {
                return s.visit([&](const auto& own) {
                    return std::make_unique<python_stream>(s.type, any_stream(own));
                });
            },
            copy_doc)
        .def_property_readonly("word", property([](const auto& s) { return s.word(); }),
                               "The word that is run.")
        .def_property_readonly(
            "dtype", [](const python_stream& s) { return dtype_of(s.type); },
            "The element type of inputs and outputs.")
        .def_property_readonly("channels",
                               property([](const auto& s) { return s.options().channels; }),
                               "Samples to a frame.")
        .def_property_readonly("length", property([](const auto& s) { return s.options().length; }),
                               "The frames of the whole signal, or None.")
        .def_property_readonly("end_frames", property([](const auto& s) { return s.end_frames(); }),
                               "How many of the last frames `prime` takes.")
        .def_property_readonly("waits_for_end",
                               property([](const auto& s) { return s.waits_for_end(); }),
                               "Whether nothing comes before `flush`.")
        .def_property_readonly(
            "latency", property([](const auto& s) { return s.latency(); }),
            "How far outputs are behind, in output samples: the least d >= 0 such that after f "
            "frames "
            "all outputs n < f·L/M - d of the window have been given (L/M is the rate), blocks of "
            "fast transforms included.")
        .def_property_readonly("tail", property([](const auto& s) { return s.tail(); }),
                               "How long a frame rings, in output samples: the least d >= 0 such "
                               "that frame m reaches no output n > m·L/M + d.")
        .def_property_readonly("first_output",
                               property([](const auto& s) { return s.first_output(); }),
                               "The index of the first output.")
        .def_property_readonly("frames_in", property([](const auto& s) { return s.frames_in(); }),
                               "Frames taken so far.")
        .def_property_readonly("frames_out", property([](const auto& s) { return s.frames_out(); }),
                               "Outputs given so far.")
        .def("explain", property([](const auto& s) { return to_string(s.explain()); }),
             R"(explain(self)
--

What the stream does and what it decided against, for people.

Examples
--------
>>> 'thin' in noble.stream(noble.down(2)).explain()
True
)")
        .def("report", property([](const auto& s) { return json_object(to_json(s.explain())); }),
             R"(report(self)
--

The same as a dict.

Examples
--------
>>> [s['word'] for s in noble.stream(noble.down(2)).report()['stages']]
['down(2)']
)")
        .def("__repr__", property([](const auto& s) { return to_string(s.explain()); }));
}

}  // namespace noble::python
