#include "values/numbers.hpp"

#include <gmpxx.h>
#include <pybind11/complex.h>

#include <cmath>
#include <complex>
#include <string>

namespace noble::python {
namespace {

mpz_class integer_from(py::handle value) {
    int overflow = 0;
    const long small = PyLong_AsLongAndOverflow(value.ptr(), &overflow);
    if (small == -1 && PyErr_Occurred() != nullptr) throw py::error_already_set();
    if (overflow == 0) return mpz_class(small);
    const auto digits = py::reinterpret_steal<py::str>(PyNumber_ToBase(value.ptr(), 16));
    return mpz_class(std::string(digits), 0);  // base 0: as the prefix 0x says
}

py::int_ integer_to(const mpz_class& value) {
    if (value.fits_slong_p()) return py::int_(value.get_si());
    const std::string digits = value.get_str(16);
    auto made = py::reinterpret_steal<py::int_>(PyLong_FromString(digits.c_str(), nullptr, 16));
    if (!made) throw py::error_already_set();
    return made;
}

// Every real number of Python's and of NumPy's tells its exact ratio, but for NumPy's integers.
std::optional<exact> real_in(py::handle value) {
    if (PyFloat_Check(value.ptr())) return exact(PyFloat_AS_DOUBLE(value.ptr()));
    if (PyLong_Check(value.ptr())) return exact(rational(integer_from(value)));
    if (py::hasattr(value, "as_integer_ratio")) {
        if (!std::isfinite(value.cast<double>())) return exact(value.cast<double>());
        const py::tuple parts = value.attr("as_integer_ratio")();
        return exact(ratio(integer_from(parts[0]), integer_from(parts[1])));
    }
    if (PyIndex_Check(value.ptr()) != 0 && !py::hasattr(value, "__len__")) {
        const auto whole = py::reinterpret_steal<py::object>(PyNumber_Index(value.ptr()));
        if (!whole) throw py::error_already_set();
        return exact(rational(integer_from(whole)));
    }
    return std::nullopt;
}

bool is_complex(py::handle value) {
    return PyComplex_Check(value.ptr()) ||
           (py::hasattr(value, "__complex__") && py::hasattr(value, "imag") &&
            !py::hasattr(value, "__len__"));
}

py::object fraction(const rational& value) {
    if (value.get_den() == 1) return integer_to(value.get_num());
    return py::module_::import("fractions")
        .attr("Fraction")(integer_to(value.get_num()), integer_to(value.get_den()));
}

}  // namespace

std::optional<exact> number_in(py::handle value) {
    if (auto real = real_in(value)) return real;
    if (!is_complex(value)) return std::nullopt;
    const auto re = real_in(value.attr("real"));
    const auto im = real_in(value.attr("imag"));
    if (!re || !im) return std::nullopt;
    return exact(re->re(), im->re());
}

exact exact_from(py::handle value) {
    if (auto number = number_in(value)) return *number;
    throw py::type_error("expected a number (int, float, complex or fractions.Fraction), not " +
                         std::string(py::str(py::type::handle_of(value).attr("__name__"))));
}

py::object to_python(const exact& value) {
    if (value.is_real()) return fraction(value.re());
    return py::cast(value.to<std::complex<double>>());
}

py::object to_python(const polynomial& value) {
    if (value.is_number()) return to_python(value.number());
    return py::str(to_string(value));
}

}  // namespace noble::python
