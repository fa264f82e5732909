// What libsndfile reads and writes: files, pipes and memory alike.
#pragma once

#include <sndfile.h>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <span>

namespace noble::io {

/// What libsndfile asks of a file. An exception in a callback would pass through C code: it is kept
/// for `rethrow()`. A read that failed reports the end; a write reports success, and so do all that
/// follow, which do nothing: libsndfile loses memory where the header of an Ogg file cannot be
/// written.
class virtual_file {
 public:
    virtual_file() = default;
    virtual ~virtual_file() = default;
    virtual_file(const virtual_file&) = delete;
    virtual_file& operator=(const virtual_file&) = delete;

    virtual std::uint64_t size() const = 0;
    virtual std::size_t read(std::uint64_t offset, std::span<std::byte> target) = 0;
    virtual void write(std::uint64_t offset, std::span<const std::byte> bytes) = 0;

    /// Where the next read or write begins, in bytes.
    std::uint64_t position() const noexcept { return position_; }

    /// Whether a callback threw.
    bool failed() const noexcept { return failure_ != nullptr; }

    /// Throws what a callback threw.
    void rethrow() const;

    static SF_VIRTUAL_IO callbacks();

 private:
    static sf_count_t on_size(void* self);
    static sf_count_t on_seek(sf_count_t offset, int whence, void* self);
    static sf_count_t on_read(void* target, sf_count_t count, void* self);
    static sf_count_t on_write(const void* source, sf_count_t count, void* self);
    static sf_count_t on_tell(void* self);

    std::uint64_t position_ = 0;
    std::exception_ptr failure_;
};

}  // namespace noble::io
