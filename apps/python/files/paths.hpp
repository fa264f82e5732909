// Paths of files as Python has them.
#pragma once

#include <pybind11/pybind11.h>

#include <string>

namespace noble::python {

/// str and os.PathLike, as open() takes them.
inline std::string path_from(const pybind11::object& path) {
    return pybind11::module_::import("os").attr("fsdecode")(path).cast<std::string>();
}

}  // namespace noble::python
