// Telling formats apart.
#pragma once

#include <optional>
#include <string_view>

#include "io/bytes/byte_source.hpp"
#include "noble/signal_header.hpp"

namespace noble::io {

/// The format that the first bytes show; CSV if they are text; none if they are neither.
std::optional<file_format> sniff(std::string_view head);

/// The format to read `source` in: `given`, else that of its name, else that of its content. What
/// the content contradicts is an `io_error` that names both.
file_format choose_format(byte_source& source, std::optional<file_format> given);

}  // namespace noble::io
