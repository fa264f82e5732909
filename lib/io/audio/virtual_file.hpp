// libsndfile behind virtual I/O: files, pipes and memory alike.
#pragma once

#include <sndfile.h>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <optional>
#include <span>
#include <string>

#include "noble/signal_format.hpp"

namespace noble::io {

/// libsndfile's code for a format (its major type).
int major_of(file_format format);

/// libsndfile's code for a sample type (its subtype), if it has one.
std::optional<int> subtype_of(sample_type type);

/// The sample type of a subtype; `other` if it is not one that noble writes.
sample_type type_of(int subtype);

/// Bits per sample of a PCM type; 0 for the others.
int pcm_bits(sample_type type);

/// Bytes of a sample that is stored by itself; 0 where an encoding packs many together.
int bytes_of(sample_type type);

/// Whether the format can hold samples of the type.
bool can_store(file_format format, sample_type type);

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

/// An open audio file. Closing flushes, so a writer closes it by name, to see what fails.
class audio_handle {
 public:
    /// Opens `file`, called `name` in messages. Reading fills `info`. Throws `io_error`.
    audio_handle(virtual_file& file, int mode, SF_INFO& info, const std::string& name);
    ~audio_handle();
    audio_handle(const audio_handle&) = delete;
    audio_handle& operator=(const audio_handle&) = delete;

    SNDFILE* get() const noexcept { return handle_; }
    void close();

 private:
    virtual_file& file_;
    const std::string& name_;
    SNDFILE* handle_ = nullptr;
};

}  // namespace noble::io
