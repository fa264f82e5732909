// Where libsndfile reads from.
#pragma once

#include "io/audio/riff_chunks.hpp"
#include "io/audio/virtual_file.hpp"
#include "io/bytes/byte_source.hpp"

namespace noble::io {

/// A source with one field corrected (see riff_chunks.hpp). Of a stream, libsndfile is shown the
/// file's end where the samples end: it looks for chunks behind them when it opens, which have not
/// arrived.
class audio_source final : public virtual_file {
 public:
    audio_source(byte_source& source, const sample_extent& extent)
        : source_(source), extent_(extent) {}

    std::uint64_t size() const override;
    std::size_t read(std::uint64_t offset, std::span<std::byte> target) override;
    void write(std::uint64_t offset, std::span<const std::byte> bytes) override;

    /// From now on reads go forward, and a stream forgets what has been read.
    void start() { started_ = true; }

    /// What libsndfile will find at the first sample lies `position()` bytes later from now on.
    void shift_samples() { shift_ += position() - extent_.begin; }

    /// Where the next read begins in the source, in bytes.
    std::uint64_t source_position() const { return position() + shift_; }

 private:
    byte_source& source_;
    sample_extent extent_;
    bool started_ = false;
    std::uint64_t shift_ = 0;
};

}  // namespace noble::io
