// The chunk structure of WAV, RF64, W64 and AIFF, walked to hold the header against the file:
// libsndfile silently shortens a file that claims more than there is.
#pragma once

#include <cstdint>
#include <optional>

#include "io/byte_source.hpp"
#include "noble/signal_file.hpp"

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

/// Checks that the samples which the header claims lie in the file; of a stream, which says later,
/// it reads no more than what stands before the samples. Throws `io_error` with both numbers, or if
/// there are no samples at all. Where the size in a WAV or RF64 is a placeholder for "until the
/// end", the field must be corrected. Other formats than the four pass, with nothing said.
sample_extent check_chunks(byte_source& source, file_format format);

}  // namespace noble::io
