// noble's exceptions as the ones that Python's ecosystem catches, with noble's text.
#pragma once

namespace noble::python {

/// limit_error → MemoryError, io_error → OSError, every other noble::error → ValueError.
void register_errors();

}  // namespace noble::python
