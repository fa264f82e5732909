#include "io/audio/chunk_walk.hpp"

#include <array>

namespace noble::io {

chunk_walk::chunk_walk(byte_source& source, file_format format)
    : source_(source), format_(format), position_(format == file_format::w64 ? 40 : 12) {}

std::optional<chunk> chunk_walk::next() {
    const std::uint64_t header = format_ == file_format::w64 ? 24 : 8;
    const std::uint64_t alignment = format_ == file_format::w64 ? 8 : 2;
    if (position_ > source_.size() || text(position_, header).size() < header) {
        return std::nullopt;
    }
    chunk found{text(position_, 4), position_ + header, size_at(position_)};
    const std::uint64_t skip = found.size + (alignment - found.size % alignment) % alignment;
    const bool beyond = skip < found.size || skip > source_.size() - found.begin;
    position_ = beyond ? source_.size() : found.begin + skip;
    return found;
}

std::uint64_t chunk_walk::integer(std::uint64_t offset, std::size_t bytes) {
    const bool big_endian = format_ == file_format::aiff;
    std::array<std::byte, 8> raw{};
    source_.read_at(offset, std::span(raw).first(bytes));
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i) {
        const auto digit = std::to_integer<std::uint64_t>(raw.at(big_endian ? i : bytes - 1 - i));
        value = value << 8U | digit;
    }
    return value;
}

std::string chunk_walk::text(std::uint64_t offset, std::size_t bytes) {
    return source_.text(offset, bytes);
}

std::uint64_t chunk_walk::size_at(std::uint64_t position) {
    if (format_ != file_format::w64) return integer(position + 4, 4);
    const std::uint64_t size = integer(position + 16, 8);
    return size < 24 ? 0 : size - 24;
}

}  // namespace noble::io
