// What an audio file will be, settled before anything is written.
#pragma once

#include <optional>
#include <string>

#include "noble/signal_file.hpp"

namespace noble::io {

struct audio_layout {
    index_t frames;
    int channels;
    file_format format;
    sample_type type;
    int rate;
};

/// Chooses type and rate as `write_signal` says, and checks that the format holds the signal.
/// Throws `argument_error`, `io_error`.
audio_layout plan_layout(const std::string& path, const signal_data& signal, file_format format,
                         std::optional<sample_type> asked);

}  // namespace noble::io
