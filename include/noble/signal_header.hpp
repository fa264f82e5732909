// What a file says of a signal before its samples.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "noble/limit.hpp"
#include "noble/sample_type.hpp"

namespace [[gnu::visibility("default")]] noble {

/// The file formats that noble reads and writes.
enum class file_format : std::uint8_t { wav, rf64, w64, flac, aiff, ogg, csv, npy };

/// The first axis of a signal that does not say its length: from a pipe, or CSV.
inline constexpr index_t unknown_length = -1;

/// What is known of a signal before its samples.
struct signal_header {
    file_format format = file_format::npy;  ///< of the file
    /// How a sample is stored; none: as `element` says.
    std::optional<sample_type> type = std::nullopt;
    /// What a sample is read as.
    element_type element = element_type::float64;
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
