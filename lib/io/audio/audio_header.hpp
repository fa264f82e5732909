// Fields of headers that libsndfile leaves open, or fills with the time of day.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "noble/limit.hpp"

namespace noble::io {

/// What a WAV says of its sizes where it cannot know them: until the end.
inline constexpr std::uint32_t until_the_end = 0xFFFFFFFF;

struct wav_sizes {
    std::uint32_t riff = until_the_end;
    std::uint32_t frames = until_the_end;
    std::uint32_t data = until_the_end;
};

/// The sizes of the RIFF chunk and of the data chunk, whose id and size end the header; of floats
/// the fact chunk counts the frames.
void set_wav_sizes(std::span<std::byte> header, const wav_sizes& sizes);

/// An odd number of bytes is followed by one more, which the outermost size counts too. AIFF's is
/// big-endian.
void count_aiff_padding(std::span<std::byte> header);

/// The 36 bits of the total samples in STREAMINFO (RFC 9639, section 8.2), which the encoder leaves
/// 0 until it goes back: behind "fLaC" (4 bytes), the block's header (4) and 13 bytes and a half.
/// `bytes` are those of the file from `offset` on.
void set_flac_frames(std::uint64_t offset, std::span<std::byte> bytes, index_t frames);

/// libsndfile leaves the PEAK chunk out of WAV and AIFF when told to, but not out of RF64. In the
/// chunk, after id, size and version, stands the time of day: it becomes 0.
std::vector<std::byte> without_peak_time(std::span<const std::byte> header);

}  // namespace noble::io
