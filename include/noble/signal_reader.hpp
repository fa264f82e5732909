// Reading signals block by block, in memory that does not grow with the file.
//
//     signal_reader in("in.wav");
//     std::vector<float> block(4096 * frame_size(in.header()));
//     while (const std::size_t count = in.read(std::span(block))) use(block.data(), count);
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "noble/signal_header.hpp"

namespace [[gnu::visibility("default")]] noble {

namespace [[gnu::visibility("hidden")]] io {
class byte_source;
class block_reader;
}  // namespace io

/// How a signal will be read. `sequential`: once, from the first sample on. `random`: with `seek`,
/// for which streams ("-", FIFOs, devices) are read to their end into memory first.
enum class access { sequential, random };

/// A signal file, open for reading. Formats, conversions and errors are those of `read_signal`, but
/// for two: a stream that turns out shorter than its header says fails where it ends, and CSV on a
/// stream is complex if its first row is (a complex number further down is then an `io_error`, but
/// for a complex T).
class signal_reader {
 public:
    /// Reads the header, and of a stream no more than that takes.
    explicit signal_reader(const std::string& path,
                           std::optional<file_format> format = std::nullopt,
                           access how = access::sequential);
    signal_reader(const signal_reader&) = delete;
    signal_reader& operator=(const signal_reader&) = delete;
    ~signal_reader();
    signal_reader(signal_reader&&) noexcept;
    signal_reader& operator=(signal_reader&&) noexcept;

    /// What the header says; of a stream, its length may be unknown.
    [[nodiscard]] const signal_header& header() const noexcept;

    /// How messages call it: the path, or "standard input".
    [[nodiscard]] const std::string& name() const noexcept;

    /// The stored type in the format's own words: "Signed 16 bit PCM", "<i2".
    [[nodiscard]] std::string encoding() const;

    /// The file's size in bytes; of a stream, what has been read of it so far.
    [[nodiscard]] std::uint64_t bytes() const noexcept;

    /// Whether `seek` may be called.
    [[nodiscard]] bool can_seek() const noexcept;

    /// Reads the next samples, in the file's order (interleaved channels), into the front of
    /// `target`, and returns how many: whole frames where `target` holds one, which it must for
    /// audio and CSV. 0 is the end. A stream gives what has arrived, and waits
    /// only where nothing has.
    ///
    /// T is one of the four element types; values are rounded to it. Throws `argument_error` for
    /// complex samples and a real T.
    template <class T>
    std::size_t read(std::span<T> target);

    /// Continues at a frame, counted from 0 along the file's slowest axis. Beyond the end is the
    /// end.
    void seek(index_t frame);

 private:
    std::unique_ptr<io::byte_source> source_;
    std::unique_ptr<io::block_reader> reader_;
};

}  // namespace noble
