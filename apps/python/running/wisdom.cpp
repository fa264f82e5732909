// What plans measured, kept in files.
#include "noble/wisdom.hpp"

#include <pybind11/stl/filesystem.h>

#include <filesystem>

#include "bindings.hpp"

namespace noble::python {

void bind_wisdom(py::module_& m) {
    m.def(
        "save_wisdom", [](const std::filesystem::path& path) { save_wisdom(path.string()); },
        py::arg("path"), R"(save_wisdom(path)
--

Writes the times that this process's plans measured (``effort='measure'``), whole or not at all.

Raises OSError where the file cannot be written.

Examples
--------
>>> import tempfile, os
>>> A = noble.conv([1.0] * 100)
>>> P = noble.plan(A.on(10_000), effort='measure')
>>> with tempfile.TemporaryDirectory() as folder:
...     noble.save_wisdom(os.path.join(folder, 'wisdom'))
...     noble.load_wisdom(os.path.join(folder, 'wisdom'))
)");
    m.def(
        "load_wisdom", [](const std::filesystem::path& path) { load_wisdom(path.string()); },
        py::arg("path"), R"(load_wisdom(path)
--

Adds the times that a file holds to what this process knows. Plans prefer them to predictions.

Raises OSError for a file that cannot be read, is not noble's or is damaged; nothing has changed then.

Examples
--------
>>> noble.load_wisdom('/dev/null')
Traceback (most recent call last):
OSError: /dev/null: not wisdom that can be used: line 1: it breaks off
)");
    m.def("forget_wisdom", &forget_wisdom, R"(forget_wisdom()
--

Forgets all measured times.

Examples
--------
>>> noble.forget_wisdom()
)");
}

}  // namespace noble::python
