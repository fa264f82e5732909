// What a caller should know of a signal file that was written.
#pragma once

#include <optional>

#include "noble/signal_header.hpp"

namespace [[gnu::visibility("default")]] noble {

/// What was written, and what a caller should warn of.
struct write_report {
    file_format format = file_format::npy;     ///< of the file
    sample_type type = sample_type::float_64;  ///< of a stored sample
    index_t clipped = 0;                       ///< samples beyond full scale, saturated
    std::optional<int> rate = std::nullopt;    ///< Hz, as written: audio only
    bool rate_assumed = false;                 ///< the signal had none; `default_rate` was taken
};

/// The rate of audio written from a signal that has none (Hz).
inline constexpr int default_rate = 48000;

}  // namespace noble
