// Writing signals block by block, in memory that does not grow with the file.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "noble/signal_header.hpp"
#include "noble/write_report.hpp"

namespace [[gnu::visibility("default")]] noble {

namespace [[gnu::visibility("hidden")]] io {
class block_writer;
}

/// Choices that go before what the path and the signal say.
struct write_options {
    /// Else as the extension, else as the signal.
    std::optional<file_format> format = std::nullopt;
    std::optional<sample_type> type = std::nullopt;  ///< of a stored sample; else as the signal
};

/// A signal file under construction, by the rules of `write_signal`: a regular file appears at
/// `commit()`, whole, and not at all if that is never reached; pipes and devices are written as
/// the samples come.
///
/// A pipe cannot be gone back in. Where the signal's length is known, the header says it (FLAC
/// leaves its checksum open). Else WAV says 0xFFFFFFFF bytes and FLAC 0 samples, which readers take
/// as "until the end"; CSV and Ogg say no length; and RF64, W64, AIFF and npy, which must, are held
/// in memory until `commit()`, up to the memory limit. RF64 is held in any case.
class signal_writer {
 public:
    /// Opens `path` for a signal of that shape and element. Throws as `write_signal`, before
    /// anything is opened where the format cannot hold it.
    signal_writer(const std::string& path, const signal_header& signal,
                  const write_options& options = {});
    signal_writer(const signal_writer&) = delete;
    signal_writer& operator=(const signal_writer&) = delete;
    ~signal_writer();
    signal_writer(signal_writer&&) noexcept;
    signal_writer& operator=(signal_writer&&) noexcept;

    /// Appends samples in the file's order (interleaved channels, whole frames). T is the signal's
    /// element. Throws as `write_signal`, and `limit_error`.
    template <class T>
    void write(std::span<const T> samples);

    /// What the file is; after `commit()`, what was written.
    [[nodiscard]] const write_report& report() const noexcept;

    /// Completes the file. Throws `io_error`, and `argument_error` if the samples written are not
    /// as many as the shape says.
    const write_report& commit();

 private:
    std::unique_ptr<io::block_writer> writer_;
    std::string path_;
    element_type element_;
    index_t expected_;  // samples
    index_t written_ = 0;
};

}  // namespace noble
