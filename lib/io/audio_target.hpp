// An audio file under construction.
#pragma once

#include <vector>

#include "io/audio.hpp"
#include "noble/output_file.hpp"

namespace noble::io {

/// Where libsndfile writes to. A header holds lengths that are known only at the end: where writing
/// is in place, the file is therefore made in memory first; so is Ogg, whose pages get another
/// serial number at the end.
class target_file final : public virtual_file {
 public:
    target_file(output_file& file, file_format format) : file_(file), format_(format) {}

    std::uint64_t size() const override { return size_; }
    std::size_t read(std::uint64_t, std::span<std::byte>) override { return 0; }
    void write(std::uint64_t offset, std::span<const std::byte> bytes) override;

    /// Forgets what lies behind the first `size` bytes.
    void truncate(std::uint64_t size);

    /// Finishes the output. Throws `io_error`.
    void commit();

 private:
    bool in_memory() const { return file_.in_place() || format_ == file_format::ogg; }
    void store(std::uint64_t offset, std::span<const std::byte> bytes);

    output_file& file_;
    file_format format_;
    std::uint64_t size_ = 0;
    std::vector<std::byte> memory_;
};

}  // namespace noble::io
