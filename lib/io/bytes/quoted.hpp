// Bytes in messages.
#pragma once

#include <string>
#include <string_view>

namespace noble::io {

/// Bytes as a message can show them: quoted, short, without control characters.
std::string quoted(std::string_view bytes);

}  // namespace noble::io
