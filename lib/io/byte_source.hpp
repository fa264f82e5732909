// The bytes of an input file, at random.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace noble::io {

/// A regular file, read where it lies; or a stream ("-", a FIFO, a device), read whole into memory
/// when constructed, up to the memory limit. Throws `io_error`, `limit_error`.
class byte_source {
 public:
    explicit byte_source(const std::string& path);
    ~byte_source();
    byte_source(const byte_source&) = delete;
    byte_source& operator=(const byte_source&) = delete;

    /// How messages call it: the path, or "standard input".
    const std::string& name() const noexcept { return name_; }
    std::uint64_t size() const noexcept { return size_; }
    bool is_stream() const noexcept { return descriptor_ < 0; }

    /// Fills `target` from `offset` on; returns the count, short only at the end.
    std::size_t read_at(std::uint64_t offset, std::span<std::byte> target) const;

    /// The first bytes, at most `count`.
    std::string head(std::size_t count) const;

 private:
    void read_stream(int descriptor);
    [[noreturn]] void fail(int error_number) const;

    std::string name_;
    std::uint64_t size_ = 0;
    int descriptor_ = -1;
    std::vector<std::byte> bytes_;
};

}  // namespace noble::io
