// The file formats of signals, how they store a sample, and what a header says.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "noble/limit.hpp"

namespace [[gnu::visibility("default")]] noble {

/// The file formats that noble reads and writes.
enum class file_format { wav, rf64, w64, flac, aiff, ogg, csv, npy };

/// How one sample is stored in a file. `other`: an encoding that is read but not written (μ-law,
/// ADPCM, Opus, …).
enum class sample_type {
    boolean,
    int_8,
    uint_8,
    int_16,
    uint_16,
    int_24,
    int_32,
    uint_32,
    int_64,
    uint_64,
    float_32,
    float_64,
    complex_64,
    complex_128,
    vorbis,
    text,
    other
};

/// "WAV", "FLAC", "CSV", …
std::string_view name_of(file_format format);

/// "int16", "float32", "vorbis", …
std::string_view name_of(sample_type type);

/// Whether the format holds audio: a rate, and channels of real samples.
bool is_audio(file_format format) noexcept;

/// The format with this name or extension, in any case: "wav", ".flac", "aif".
/// Throws `argument_error`, listing the formats, if there is none.
file_format format_of(std::string_view name);

/// The format that the path's extension means, if any.
std::optional<file_format> format_from_path(std::string_view path);

/// The first axis of a signal that does not say its length: from a pipe, or CSV.
inline constexpr index_t unknown_length = -1;

/// What is known of a signal before its samples.
struct signal_header {
    file_format format = file_format::npy;  ///< of the file
    /// How a sample is stored; none: as `element` says.
    std::optional<sample_type> type = std::nullopt;
    /// What a sample is read as: float_32, float_64, complex_64 or complex_128.
    sample_type element = sample_type::float_64;
    /// Audio and CSV: {frames, channels}. Npy: the array's own. Only the first axis may be
    /// `unknown_length`.
    std::vector<index_t> shape;
    /// Npy in Fortran order: the first axis is the fastest in the file, else the last.
    bool fortran_order = false;
    /// Samples per second (Hz); audio only.
    std::optional<double> rate = std::nullopt;
};

/// The samples that one step of the file's slowest axis takes: a frame's channels.
/// Throws `limit_error` beyond 64 bits.
index_t frame_size(const signal_header& header);

/// The steps of the file's slowest axis, 1 if there is none; or `unknown_length`.
index_t frame_count(const signal_header& header) noexcept;

}  // namespace noble
