// The chunk structure of WAV, RF64, W64 and AIFF, walked to hold the header against the file:
// libsndfile silently shortens a file that claims more than there is.
#pragma once

#include <cstdint>
#include <optional>

#include "io/bytes/byte_source.hpp"

namespace noble::io {

/// A size that a writer to a pipe left open, and what it has to be to reach the end of the file.
struct open_size {
    std::uint64_t offset;  ///< of the little-endian field, in bytes
    std::uint64_t bytes;   ///< its width, 4 or 8
    std::uint64_t value;
};

/// Where the samples lie, as far as the chunks say.
struct sample_extent {
    std::uint64_t begin = 0;  ///< in bytes from the start of the file
    std::uint64_t end = byte_source::endless;
    std::optional<open_size> correction = std::nullopt;
};

/// Each checks that the samples which the header claims lie in the file; of a stream, which says
/// later, it reads no more than what stands before the samples. Throws `io_error` with both
/// numbers, or if there are no samples at all. Where the size in a WAV or RF64 is a placeholder for
/// "until the end", the field must be corrected.
sample_extent check_wav(byte_source& source);
sample_extent check_rf64(byte_source& source);
sample_extent check_w64(byte_source& source);
sample_extent check_aiff(byte_source& source);

}  // namespace noble::io
