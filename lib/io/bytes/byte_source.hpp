// The bytes of an input file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace noble::io {

/// A regular file, read where it lies; or a stream ("-", a FIFO, a device), read as far as it is
/// asked for and remembered in memory, up to the memory limit, until it is taken.
/// Throws `io_error`, `limit_error`.
class byte_source {
 public:
    /// The size of a stream that has not ended yet; half of it is still beyond any file.
    static constexpr std::uint64_t endless = std::uint64_t{1} << 62U;

    explicit byte_source(const std::string& path);
    ~byte_source();
    byte_source(const byte_source&) = delete;
    byte_source& operator=(const byte_source&) = delete;

    /// How messages call it: the path, or "standard input".
    const std::string& name() const noexcept { return name_; }
    bool is_stream() const noexcept { return is_stream_; }
    /// Bytes in all, or `endless`.
    std::uint64_t size() const noexcept { return size_; }
    bool is_endless() const noexcept { return size_ == endless; }
    /// Whether all bytes can be read, and any number of times.
    bool is_whole() const noexcept { return !is_endless() && first_ == 0; }
    /// Bytes that a stream has given so far; of a file, all.
    std::uint64_t received() const noexcept;

    /// Reads the rest of a stream into memory: from then on it is like a file.
    void read_all();

    /// Fills `target` from `offset` on; returns the count, short only at the end.
    std::size_t read_at(std::uint64_t offset, std::span<std::byte> target);

    /// The same for the last time: a stream forgets what lies before the end of `target`.
    std::size_t take(std::uint64_t offset, std::span<std::byte> target);

    /// Bytes from `offset` on that need no waiting, at least 1: the rest of a file; of a stream
    /// what has arrived.
    std::uint64_t ready(std::uint64_t offset) const;

    /// Whether the file ends at `offset`; of a stream, whether no byte comes after it.
    bool ends_at(std::uint64_t offset);

    /// The first bytes, at most `count`; of a stream those that have arrived, at least `least` if
    /// it has as many.
    std::string head(std::size_t count, std::size_t least);

    /// `count` bytes from `offset` on, fewer at the end.
    std::string text(std::uint64_t offset, std::size_t count);

 private:
    std::size_t read_some(std::span<std::byte> target);
    void receive(std::uint64_t end);
    std::size_t remembered(std::uint64_t offset, std::span<std::byte> target) const;
    std::size_t read_file(std::uint64_t offset, std::span<std::byte> target) const;
    [[noreturn]] void fail(int error_number) const;

    std::string name_;
    std::uint64_t size_ = endless;
    int descriptor_ = -1;
    bool is_stream_ = true;
    std::uint64_t first_ = 0;        // of the bytes that a stream has given, the first in memory
    std::vector<std::byte> buffer_;  // from first_ on, `held_` of them
    std::size_t held_ = 0;
};

}  // namespace noble::io
