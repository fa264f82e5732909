#include "running/python_stream.hpp"

#include <pybind11/stl.h>

#include <span>
#include <string_view>

#include "noble/error.hpp"
#include "noble/linear_map.hpp"
#include "running/plan_options.hpp"
#include "values/arguments.hpp"

namespace noble::python {
namespace {

// Lists have no type of their own, and integers and bool are of any.
bool is_of_any_type(py::handle x) {
    if (!py::hasattr(x, "dtype")) return true;
    if (!py::isinstance<py::array>(x)) return false;
    const char kind = py::reinterpret_borrow<py::array>(x).dtype().kind();
    return std::string_view("biu").find(kind) != std::string_view::npos;
}

// As an array of the stream's type. Throws TypeError for one of another.
py::array array_for(const python_stream& s, py::handle x) {
    readable in = readable_from(x);
    const bool is_real = in.type == element_type::float64 || in.array.size() == 0;
    if (is_of_any_type(x) && is_real) {
        in = {in.array.attr("astype")(dtype_of(s.type)), s.type};
    }
    if (in.type == s.type) return in.array;
    throw py::type_error("a stream of " + std::string(py::str(py::handle(dtype_of(s.type)))) +
                         " was given an array of " +
                         std::string(py::str(py::handle(in.array.dtype()))));
}

// Frames one after another, contiguous, of the stream's type.
py::array frames_from(const python_stream& s, index_t channels, py::handle x) {
    const py::array array = array_for(s, x);
    const bool has_frames = array.ndim() == 2 && array.shape(1) == channels;
    if (!has_frames && !(array.ndim() == 1 && channels == 1)) {
        const std::string one = channels == 1 ? "(frames,) or " : "";
        throw argument_error("a stream of " + std::to_string(channels) +
                             " channels takes blocks of shape " + one + "(frames, " +
                             std::to_string(channels) + "), and was given one of shape " +
                             std::string(py::str(array.attr("shape"))));
    }
    return py::module_::import("numpy").attr("ascontiguousarray")(array);
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

}  // namespace

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

}  // namespace noble::python
