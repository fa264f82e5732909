// The file formats of signals by their names and extensions.
#pragma once

#include <optional>
#include <string_view>

#include "noble/signal_header.hpp"

namespace [[gnu::visibility("default")]] noble {

/// "WAV", "FLAC", "CSV", …
std::string_view name_of(file_format format);

/// Whether the format holds audio: a rate, and channels of real samples.
bool is_audio(file_format format);

/// Whether the format is text, which terminals show.
bool is_text(file_format format);

/// The format with this name or extension, in any case: "wav", ".flac", "aif".
/// Throws `argument_error`, listing the formats, if there is none.
file_format format_of(std::string_view name);

/// The format that the path's extension means, if any.
std::optional<file_format> format_from_path(std::string_view path);

}  // namespace noble
