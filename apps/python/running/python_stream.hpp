// A stream of any element_type type, and its calls on arrays.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "noble/stream.hpp"
#include "values/arrays.hpp"

namespace noble::python {

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

/// Options as they come from Python; `dtype` None for the natural type of the word.
std::unique_ptr<python_stream> make_stream(const op& word, const py::object& dtype,
                                           const py::object& kept, const std::string& rule,
                                           index_t channels, const std::optional<index_t>& length,
                                           const std::string& effort, int threads,
                                           const std::optional<std::string>& method,
                                           const std::optional<std::string>& set,
                                           const std::string& groups);

/// A block of frames to the outputs that it settles. Throws TypeError, argument_error.
py::array take(python_stream& s, const py::object& x);
/// All remaining outputs.
py::array flush(python_stream& s);
/// The last frames, handed over beforehand.
void prime(python_stream& s, const py::object& x);

}  // namespace noble::python
