// The chunks of WAV, RF64, W64 and AIFF, one after another.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "io/bytes/byte_source.hpp"
#include "noble/signal_header.hpp"

namespace noble::io {

// Chunks have an id, a size and contents. W64 counts the header of 24 bytes into the size.
struct chunk {
    std::string id;
    std::uint64_t begin = 0;  // of the contents
    std::uint64_t size = 0;   // of the contents, as claimed
};

class chunk_walk {
 public:
    chunk_walk(byte_source& source, file_format format);

    /// The next chunk, if its header lies in the file.
    std::optional<chunk> next();

    /// `bytes` bytes from `offset` on, in the format's byte order.
    std::uint64_t integer(std::uint64_t offset, std::size_t bytes);
    std::string text(std::uint64_t offset, std::size_t bytes);

 private:
    std::uint64_t size_at(std::uint64_t position);

    byte_source& source_;
    file_format format_;
    std::uint64_t position_;
};

}  // namespace noble::io
