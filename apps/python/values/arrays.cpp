#include "values/arrays.hpp"

#include <cstdint>
#include <string>

#include "noble/error.hpp"

namespace noble::python {
namespace {

using npy = py::detail::npy_api;

int type_number(const py::dtype& type) {
    return py::detail::array_descriptor_proxy(type.ptr())->type_num;
}

[[noreturn]] void refuse(const py::dtype& type) {
    throw py::type_error(
        "noble computes in float32, float64, complex64 and complex128 (and takes "
        "integers and bool as float64), not in " +
        std::string(py::str(py::handle(type))) + "; convert with .astype(...)");
}

py::array as_type(const py::array& x, element_type type) {
    return x.attr("astype")(dtype_of(type), py::arg("copy") = false);
}

py::array array_from(py::handle x) {
    if (py::isinstance<py::array>(x)) return py::reinterpret_borrow<py::array>(x);
    return py::module_::import("numpy").attr("asarray")(x);
}

// A mask has no meaning for a linear map: to drop it in silence would be to use what it hides.
void refuse_masks(const py::array& x) {
    if (Py_TYPE(x.ptr()) == npy::get().PyArray_Type_ || !py::hasattr(x, "mask")) return;
    throw py::type_error("noble knows no masked samples; fill them first, with .filled(...)");
}

bool lies_well(const py::array& x) {
    if ((x.flags() & npy::NPY_ARRAY_ALIGNED_) == 0) return false;
    for (py::ssize_t i = 0; i < x.ndim(); ++i) {
        if (x.strides(i) % x.itemsize() != 0) return false;
    }
    return true;
}

// As the element type of the same kind and size in the machine's byte order, if that is one.
std::optional<element_type> foreign_element(const py::dtype& type) {
    if (type.byteorder() != '>' && type.byteorder() != '<') return std::nullopt;
    return element_of(type.attr("newbyteorder")("="));
}

// The addresses first … last of the bytes of an array's elements; the array is not empty.
std::pair<std::uintptr_t, std::uintptr_t> bytes_of(const py::array& x) {
    auto first = reinterpret_cast<std::uintptr_t>(x.data());
    auto last = first + static_cast<std::uintptr_t>(x.itemsize()) - 1;
    for (py::ssize_t i = 0; i < x.ndim(); ++i) {
        const py::ssize_t reach = (x.shape(i) - 1) * x.strides(i);
        (reach < 0 ? first : last) += static_cast<std::uintptr_t>(reach);
    }
    return {first, last};
}

// Whether an element of one is an element of the other; NumPy is asked only where they are mixed.
bool shares_memory(const py::array& a, const py::array& b) {
    if (a.size() == 0 || b.size() == 0) return false;
    const auto [first_a, last_a] = bytes_of(a);
    const auto [first_b, last_b] = bytes_of(b);
    if (last_a < first_b || last_b < first_a) return false;
    return py::module_::import("numpy").attr("shares_memory")(a, b).cast<bool>();
}

// Along which axis `map @ X` acts: 0, or the last of a map's several axes where X has them all.
int columns_axis(const linear_map& a, const py::array& x) {
    const auto axes = static_cast<int>(a.in_shape().size());
    const bool flattened = x.ndim() == 0 || x.shape(0) == a.cols();
    return flattened ? 0 : axes - 1;
}

py::array apply_map(const linear_map& a, const readable& x, int axis) {
    return with_element(x.type, [&]<class T>(T) -> py::array {
        const auto in = view_of<const T>(x.array);
        auto result = result_array<T>(output_shape(a, in.shape, axis));
        const auto out = view_of<T>(result);
        {
            const py::gil_scoped_release release;
            multiply<T>(a, in, out, T(1), T(0), axis);
        }
        return result;
    });
}

}  // namespace

std::optional<element_type> element_of(const py::dtype& type) {
    if (const char order = type.byteorder(); order != '=') return std::nullopt;
    switch (type_number(type)) {
        case npy::NPY_FLOAT_:
            return element_type::float32;
        case npy::NPY_DOUBLE_:
            return element_type::float64;
        case npy::NPY_CFLOAT_:
            return element_type::complex64;
        case npy::NPY_CDOUBLE_:
            return element_type::complex128;
        default:
            return std::nullopt;
    }
}

element_type element_named(py::handle dtype) {
    const py::dtype type = py::dtype::from_args(py::reinterpret_borrow<py::object>(dtype));
    if (const auto found = element_of(type)) return *found;
    refuse(type);
}

element_type natural_element(const linear_map& a) {
    return a.is_real() ? element_type::float64 : element_type::complex128;
}

py::dtype dtype_of(element_type type) { return py::dtype(std::string(name_of(type))); }

readable readable_from(py::handle x) {
    py::array array = array_from(x);
    refuse_masks(array);
    const py::dtype type = array.dtype();
    if (const auto own = element_of(type)) {
        if (lies_well(array)) return {std::move(array), *own};
        return {array.attr("copy")(), *own};
    }
    const char kind = type.kind();
    if (kind == 'b' || kind == 'i' || kind == 'u') {
        return {as_type(array, element_type::float64), element_type::float64};
    }
    if (const auto native = foreign_element(type)) return {as_type(array, *native), *native};
    refuse(type);
}

py::array writeable_from(py::handle out, element_type type, const py::array& x) {
    if (!py::isinstance<py::array>(out)) throw py::type_error("out must be a NumPy array");
    auto array = py::reinterpret_borrow<py::array>(out);
    if (element_of(array.dtype()) != type) {
        throw py::type_error(
            "out is an array of " + std::string(py::str(py::handle(array.dtype()))) +
            "; the result is of " + std::string(py::str(py::handle(dtype_of(type)))));
    }
    if (!array.writeable()) throw argument_error("out is read-only");
    if (!lies_well(array)) throw argument_error("out is not aligned to its elements");
    if (shares_memory(x, array)) {
        throw argument_error(
            "out shares memory with x; a result cannot overwrite what it is "
            "computed from");
    }
    return array;
}

py::array apply(const linear_map& a, py::handle x, int axis) {
    return apply_map(a, readable_from(x), axis);
}

py::array apply_to_columns(const linear_map& a, py::handle x) {
    const readable in = readable_from(x);
    return apply_map(a, in, columns_axis(a, in.array));
}

}  // namespace noble::python
