#include "noble/build_information.hpp"

#include "bindings.hpp"

namespace noble::python {

void bind_build_information(py::module_& m) {
    m.def(
        "build_information",
        [] {
            py::dict facts;
            for (const auto& [name, value] : build_information()) facts[py::str(name)] = value;
            return facts;
        },
        R"(build_information()
--

What the library was built with, as a dict: its version, what makes the transforms of long filters
(FFTW or noble's own), libsndfile, the instruction sets that there are kernels for, the compiler.

Examples
--------
>>> sorted(noble.build_information())
['audio', 'compiler', 'instruction sets', 'transforms', 'version']
)");
}

}  // namespace noble::python
