// The table of the file formats.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "io/blocks/format_entry.hpp"

namespace noble::io {

/// A row a format, in the order of `file_format`.
std::span<const format_entry> formats();

const format_entry& entry_of(file_format format);

/// "wav, rf64, …".
std::string names_of_formats();

}  // namespace noble::io
