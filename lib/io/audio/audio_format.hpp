// The audio formats as libsndfile has them: a table beside that of io/formats.cpp.
#pragma once

#include <sndfile.h>

#include <optional>

#include "io/audio/riff_chunks.hpp"
#include "noble/signal_header.hpp"

namespace noble::io {

/// What a pipe, which cannot be gone back in, gets while the samples come.
enum class pipe_flow {
    always,           ///< the header can say "until the end"
    of_known_length,  ///< the header must say the length: else all is held until the end
    never,            ///< the header says more than the length, such as the peaks
    pages,            ///< no header says the length
};

struct audio_format {
    file_format format;
    int major;  ///< libsndfile's code
    /// Holds the chunks of a header against the file.
    sample_extent (*check)(byte_source& source);
    pipe_flow flow;
    std::optional<index_t> most_bytes;  ///< of samples, where there is a bound
    bool can_be_empty;
    /// What sf_format_check lets pass, and the encoder then refuses or gets wrong, is false.
    bool (*encoder_takes)(const SF_INFO& info);
};

/// None for the formats that do not hold audio.
const audio_format* find_audio_format(file_format format);

/// Of a format that holds audio.
const audio_format& audio_format_of(file_format format);

/// Whether the format can hold samples of the type.
bool can_store(const audio_format& format, sample_type type);

}  // namespace noble::io
