// Where libsndfile writes to.
#pragma once

#include <optional>
#include <vector>

#include "io/audio/audio_layout.hpp"
#include "io/audio/virtual_file.hpp"
#include "noble/output_file.hpp"

namespace noble::io {

/// An audio file under construction.
///
/// A header holds lengths. In a regular file libsndfile goes back and fills them in at the end. In
/// place there is no way back: the header is made in memory, gets the lengths that the file will
/// have, or in WAV and FLAC "until the end" where they are not known, and what libsndfile later
/// writes into the past is dropped; the others are held in memory until all is known. The pages of
/// an Ogg file, which nobody goes back to, get another serial number as they pass.
class audio_target final : public virtual_file {
 public:
    audio_target(output_file& file, const audio_layout& layout, pipe_style style);

    std::uint64_t size() const override { return claimed_.value_or(size_); }
    std::size_t read(std::uint64_t, std::span<std::byte>) override { return 0; }
    void write(std::uint64_t offset, std::span<const std::byte> bytes) override;

    /// The header is complete, but for its lengths; what lies behind it is forgotten.
    void end_header(SNDFILE* handle);

    /// Finishes the output. Throws `io_error`.
    void commit();

 private:
    enum class mode { regular, flowing, held, pages };

    mode choose_mode(pipe_style style) const;
    void claim_length(SNDFILE* handle);
    void hold(std::uint64_t offset, std::span<const std::byte> bytes);
    void flow(std::uint64_t offset, std::span<const std::byte> bytes);
    void pass_pages(std::span<const std::byte> bytes);

    output_file& file_;
    const audio_layout& layout_;
    mode mode_;
    std::uint64_t size_ = 0;
    std::optional<std::uint64_t> claimed_;  // the size of the complete file
    std::vector<std::byte> memory_;         // a header, what is held, or the start of a page
    std::uint64_t flowed_ = 0;              // bytes written in place
};

}  // namespace noble::io
