// stream: a word on a signal that comes block by block.
#include "noble/stream.hpp"

#include <pybind11/stl.h>

#include "bindings.hpp"
#include "running/python_stream.hpp"
#include "values/arguments.hpp"

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

constexpr const char* block_doc = R"(__call__(self, frames)
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

// A property that every element type has.
template <class F>
auto property(const F& f) {
    return [f](python_stream& s) { return s.visit(f); };
}

void bind_stream_calls(py::class_<python_stream>& type) {
    type.def("__call__", &take, py::arg("frames"), block_doc)
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
            copy_doc);
}

void bind_stream_facts(py::class_<python_stream>& type) {
    type.def_property_readonly("word", property([](const auto& s) { return s.word(); }),
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
                               "Outputs given so far.");
}

void bind_stream_reports(py::class_<python_stream>& type) {
    type.def("explain", property([](const auto& s) { return to_string(s.explain()); }),
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

}  // namespace

void bind_stream(py::module_& m) {
    py::class_<python_stream> type(m, "stream", stream_doc);
    type.def(py::init(&make_stream), py::arg("word"), py::arg("dtype") = py::none(), py::kw_only(),
             py::arg("window") = "same", py::arg("boundary") = "zero", py::arg("channels") = 1,
             py::arg("length") = py::none(), py::arg("effort") = "estimate", py::arg("threads") = 0,
             py::arg("method") = py::none(), py::arg("instruction_set") = py::none(),
             py::arg("groups") = "cheapest");
    bind_stream_calls(type);
    bind_stream_facts(type);
    bind_stream_reports(type);
}

}  // namespace noble::python
