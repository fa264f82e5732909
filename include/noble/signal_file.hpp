// Reading and writing signals: audio (WAV, RF64, W64, FLAC, AIFF, Ogg), CSV and NumPy's .npy.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "noble/array.hpp"
#include "noble/limit.hpp"
#include "noble/signal_format.hpp"
#include "noble/signal_reader.hpp"
#include "noble/signal_writer.hpp"

namespace [[gnu::visibility("default")]] noble {

/// A signal together with what its file said of it.
struct signal_data {
    /// Audio and CSV: shape {frames, channels}, one channel too. Npy: the file's own shape.
    any_array samples;
    /// The format it was read from, or is meant for.
    file_format format = file_format::npy;
    /// How the file stored a sample; none: as the array's elements.
    std::optional<sample_type> type = std::nullopt;
    /// Samples per second (Hz), if the file says it.
    std::optional<double> rate = std::nullopt;
};

/// What a file's header says.
struct signal_info {
    file_format format = file_format::npy;     ///< of the file
    sample_type type = sample_type::float_64;  ///< of a stored sample
    std::string encoding;        ///< the type in the format's own words: "Signed 16 bit PCM", "<i2"
    std::vector<index_t> shape;  ///< as `signal_data::samples` would have
    index_t length = 0;          ///< frames: the first axis; 1 if there is none
    std::optional<index_t> channels;  ///< audio and CSV only
    std::optional<double> rate;       ///< Hz; audio only
    std::uint64_t bytes = 0;          ///< size of the file
};

/// Describes a file, from its header alone where the format permits (CSV, Ogg and streams are read
/// whole). Arguments and errors as `read_signal`.
signal_info inspect(const std::string& path, std::optional<file_format> format = std::nullopt);

/// Reads a signal. "-" is the standard input; it and FIFOs are read to their end into memory.
///
/// The format is the given one, else the extension's, else the content's; a stream without a given
/// format goes by content. A format that the content contradicts is an error (WAV and RF64 pass for
/// one another).
///
/// float32, float64, complex64 and complex128 are kept, Vorbis gives float32, and all integers
/// become float64: PCM of b bits divided by 2^(b−1), exactly, so within [−1, 1); those of .npy as
/// they are. CSV gives float64, or complex128 if any number is complex.
///
/// Throws `io_error` (missing, unreadable, not what it claims to be, shorter than its header says;
/// the message has the path, and for CSV the line and the column) and `limit_error` (sizes beyond
/// `memory_limit()`, before anything is allocated).
signal_data read_signal(const std::string& path, std::optional<file_format> format = std::nullopt);

/// The same from a signal that is open: all samples from where it stands.
signal_data read_signal(signal_reader& in);

/// Writes a signal. Regular files appear whole or not at all; "-" is the standard output, and it,
/// devices, FIFOs and pipes are written in place, with the right lengths in their headers.
///
/// The format is the given one, else the extension's, else the signal's.
///
/// Audio takes real samples of shape {frames, channels} or {frames}. Its sample type is the given
/// one; else the signal's, if it comes from audio and the format can hold it; else the array's
/// elements; else 24-bit PCM (FLAC, which has no floats) or Vorbis (Ogg). PCM of b bits is
/// x·2^(b−1), rounded to nearest, ties to even, and saturated; so PCM that was read and not changed
/// is written bit for bit. Vorbis saturates to [−1, 1]. The rate is rounded to whole Hz.
///
/// CSV takes up to two axes and writes the shortest digits that read back the same; .npy takes any
/// array (version 1.0, C order). Both store the array's elements.
///
/// Throws `argument_error` (complex audio, a shape or a type that the format cannot hold) and
/// `io_error` (NaN in PCM, naming frame and channel; a size, a rate or a number of channels that
/// the format cannot hold; whatever the system refuses).
write_report write_signal(const std::string& path, const signal_data& signal,
                          const write_options& options = {});

/// Reads a kernel: a file with one axis (.npy of shape {N}, {N, 1} or {1, N}, a CSV of one column
/// or one row, audio of one channel) as an array of shape {N}. Errors as `read_signal`, and
/// `io_error` if the file has more than one axis or no number.
any_array read_taps(const std::string& path);

}  // namespace noble
