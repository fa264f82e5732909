#include "maps/custom.hpp"

#include <pybind11/numpy.h>

#include <algorithm>
#include <memory>

#include "noble/error.hpp"

namespace noble::python {
namespace {

// A callable of Python's that may be copied, called and let go of by threads without the GIL: in
// plans, and in the plan cache, which outlives the interpreter.
class shared_callable {
 public:
    explicit shared_callable(const py::function& f) : f_(new py::function(f), release) {}

    template <class T>
    void operator()(std::span<const T> x, std::span<T> y) const {
        const py::gil_scoped_acquire acquire;
        const py::array_t<T> in(static_cast<py::ssize_t>(x.size()), x.data());
        const auto out = py::array_t<T, py::array::c_style>::ensure((*f_)(in));
        if (!out) throw py::error_already_set();
        if (out.ndim() != 1 || out.size() != static_cast<py::ssize_t>(y.size())) {
            throw shape_error("a custom map's function returned an array of shape " +
                              std::string(py::str(out.attr("shape"))) + "; (" +
                              std::to_string(y.size()) + ",) was expected");
        }
        std::copy_n(out.data(), y.size(), y.begin());
    }

 private:
    static void release(py::function* f) {
        if (Py_IsInitialized() == 0) return;  // the interpreter took the callable with it
        const py::gil_scoped_acquire acquire;
        delete f;
    }

    std::shared_ptr<py::function> f_;
};

}  // namespace

linear_map custom_map(index_t rows, index_t cols, const py::function& forward,
                      const py::function& adjoint) {
    return custom(rows, cols, shared_callable(forward), shared_callable(adjoint));
}

}  // namespace noble::python
