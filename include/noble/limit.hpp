// Sizes come from files, expressions and arguments that nobody has vetted: they are checked
// against one process-wide memory limit before memory is taken.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace [[gnu::visibility("default")]] noble {

/// Signed 64-bit index of samples, taps and periods. Overflow is a `limit_error`, never a wrap.
using index_t = std::int64_t;

/// The memory limit in bytes; 4 GiB until it is set.
std::uint64_t memory_limit() noexcept;

/// Sets the memory limit (bytes) of the whole process. Safe to call from any thread.
void set_memory_limit(std::uint64_t bytes) noexcept;

/// Throws `limit_error`, naming `what`, its size and the limit, if `count` items of `item_bytes`
/// bytes each do not fit below `memory_limit()`. `count` may be negative or overflow the product.
void require_memory(index_t count, std::uint64_t item_bytes, std::string_view what);

/// A size in bytes as a person reads it: "512 bytes", "4 GiB", "7.5 MiB".
std::string format_bytes(double bytes);

}  // namespace noble
