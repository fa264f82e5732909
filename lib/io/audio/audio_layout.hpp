// What an audio file will be, settled before anything is written.
#pragma once

#include <string>
#include <string_view>

#include "io/audio/audio_format.hpp"
#include "io/blocks/format_entry.hpp"

namespace noble::io {

struct audio_layout {
    index_t frames;  // or unknown_length
    int channels;
    const audio_format& format;
    std::string_view name;  ///< of the format
    sample_type type;
    int rate;
};

/// Chooses type and rate as `write_signal` says, and checks that the format holds the signal.
/// Throws `argument_error`, `io_error`.
audio_layout plan_layout(const output_request& output, const format_entry& entry);

/// What libsndfile is to write.
SF_INFO info_of(const audio_layout& layout);

/// Throws `io_error` if the format cannot hold that many frames of the layout.
void require_frames(const std::string& path, const audio_layout& layout, index_t frames);

/// The bytes of a frame where samples are stored one by one; 0 for FLAC and Vorbis.
index_t frame_bytes(const audio_layout& layout);

}  // namespace noble::io
