// Signals that the tests of audio files share.
#pragma once

#include <array>
#include <cmath>
#include <vector>

#include "io/signals.hpp"

namespace noble::testing {

inline constexpr std::array audio_formats{file_format::wav,  file_format::rf64, file_format::w64,
                                          file_format::flac, file_format::aiff, file_format::ogg};

/// Every kind of PCM value: the ends, around zero, and a mixture; `channels` divides the count.
inline std::vector<double> pcm_values(int bits, std::size_t count) {
    const double full = std::ldexp(1.0, bits - 1);
    std::vector<double> values{-full, full - 1, -1, 0, 1, -full + 1};
    std::uint64_t state = 1;
    while (values.size() < count) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        values.push_back(std::floor(std::ldexp(static_cast<double>(state >> 32U), bits - 32)) -
                         full);
    }
    for (double& value : values) value /= full;
    return values;
}

inline signal_data mono(const std::vector<double>& values) {
    return {make_array<double>({values.size()}, values), file_format::wav, std::nullopt, 8000.0};
}

}  // namespace noble::testing
