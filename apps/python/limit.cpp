// The memory limit.
#include "noble/limit.hpp"

#include "bindings.hpp"

namespace noble::python {

void bind_limit(py::module_& m) {
    m.def("memory_limit", &memory_limit, R"(memory_limit()
--

The most bytes that one result or one step of algebra may take; 4 GiB until it is set.

Examples
--------
>>> noble.memory_limit()
4294967296
)");
    m.def("set_memory_limit", &set_memory_limit, py::arg("bytes"), R"(set_memory_limit(bytes)
--

Sets the memory limit of the whole process; what would exceed it raises MemoryError before it begins.

Examples
--------
>>> noble.set_memory_limit(8 * 2**30)
>>> noble.memory_limit() // 2**30
8
>>> noble.set_memory_limit(4 * 2**30)
)");
}

}  // namespace noble::python
