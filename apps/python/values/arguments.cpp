#include "values/arguments.hpp"

#include <pybind11/numpy.h>

#include <span>
#include <vector>

#include "noble/error.hpp"
#include "noble/parse.hpp"
#include "values/numbers.hpp"

namespace noble::python {
namespace {

sequence from_floats(const py::array& taps) {
    const auto values = py::array_t<double, py::array::c_style | py::array::forcecast>(taps);
    return sequence(std::span(values.data(), static_cast<std::size_t>(values.size())));
}

// Of float32 or float64, whose values are doubles as they are.
bool holds_doubles(const py::array& taps) {
    return taps.dtype().kind() == 'f' && taps.itemsize() <= py::ssize_t{sizeof(double)};
}

sequence from_numbers(py::handle values) {
    std::vector<exact> taps;
    for (const py::handle value : values) taps.push_back(exact_from(value));
    return sequence(taps);
}

}  // namespace

std::string type_name(py::handle value) {
    return py::str(py::type::handle_of(value).attr("__name__"));
}

window window_from(py::handle value) {
    if (py::isinstance<py::str>(value)) return noble::window_from(value.cast<std::string>());
    if (py::isinstance<py::tuple>(value) && py::len(value) == 2) {
        const auto pair = value.cast<std::pair<index_t, index_t>>();
        return {pair.first, pair.second};
    }
    throw py::type_error("window is 'full', 'valid', 'same' or a pair (first, count), not " +
                         std::string(py::repr(value)));
}

sequence sequence_from(py::handle value) {
    if (py::isinstance<sequence>(value)) return value.cast<sequence>();
    if (py::isinstance<py::str>(value)) {
        return parse_sequence(value.cast<std::string>(), standard_vocabulary());
    }
    if (py::isinstance<py::array>(value)) {
        const auto taps = py::reinterpret_borrow<py::array>(value);
        if (taps.ndim() != 1) {
            throw shape_error("taps have one dimension; the array given has " +
                              std::to_string(taps.ndim()));
        }
        if (holds_doubles(taps)) return from_floats(taps);
    }
    if (!py::isinstance<py::iterable>(value)) {
        throw py::type_error(
            "taps are a list or an array of numbers, a sequence, or text such as "
            "'[1 2 1]@1', not " +
            type_name(value));
    }
    return from_numbers(value);
}

sequence sequence_from(py::handle value, py::handle origin) {
    const sequence taps = sequence_from(value);
    return origin.is_none() ? taps : taps.origin(origin.cast<index_t>());
}

expression expression_from(const py::object& word) {
    if (py::isinstance<py::str>(word)) {
        return parse_expression(word.cast<std::string>(), standard_vocabulary());
    }
    if (py::isinstance<op>(word)) return word.cast<op>();
    if (py::isinstance<op2d>(word)) return word.cast<op2d>();
    if (py::isinstance<bank>(word)) return word.cast<bank>();
    throw py::type_error("expected an op, op2d, bank or text, not " + type_name(word));
}

std::optional<file_format> file_format_named(const std::optional<std::string>& name) {
    if (!name) return std::nullopt;
    return format_of(*name);
}

py::object json_object(const std::string& text) {
    return py::module_::import("json").attr("loads")(text);
}

}  // namespace noble::python
