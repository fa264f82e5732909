// The limits of the whole process: memory and threads.
#include "noble/limit.hpp"

#include "bindings.hpp"
#include "noble/threads.hpp"

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
    m.def("thread_count", &thread_count, R"(thread_count()
--

How many threads long work takes: what `set_thread_count` said, else the environment variable
NOBLE_NUM_THREADS, else one for each core.

Examples
--------
>>> noble.thread_count() >= 1
True
)");
    m.def("set_thread_count", &set_thread_count, py::arg("count"), R"(set_thread_count(count)
--

Sets it for the whole process; 0 takes that back. No result depends on it.

Examples
--------
>>> noble.set_thread_count(1)
>>> noble.thread_count()
1
>>> noble.set_thread_count(0)
)");
}

}  // namespace noble::python
