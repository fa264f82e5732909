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

/// Checks that the samples which the header claims lie in the file. Throws `io_error` with both
/// numbers, or if there are no samples at all. Returns the field of a WAV or RF64 that must be
/// corrected, where its size is a placeholder for "until the end". Other formats than the four
/// pass.
std::optional<open_size> check_chunks(const byte_source& source, file_format format);

}  // namespace noble::io
