#include "values/errors.hpp"

#include <pybind11/pybind11.h>

#include "noble/error.hpp"

namespace noble::python {

void register_errors() {
    // NOLINTNEXTLINE(performance-unnecessary-value-param): pybind11's signature
    pybind11::register_local_exception_translator([](std::exception_ptr thrown) {
        try {
            if (thrown) std::rethrow_exception(thrown);
        } catch (const limit_error& e) {
            PyErr_SetString(PyExc_MemoryError, e.what());
        } catch (const io_error& e) {
            PyErr_SetString(PyExc_OSError, e.what());
        } catch (const pybind11::cast_error&) {
            PyErr_SetString(
                PyExc_TypeError,
                "an argument is of a type, or beyond a range, that noble does not take");
        } catch (const error& e) {
            PyErr_SetString(PyExc_ValueError, e.what());
        }
    });
}

}  // namespace noble::python
