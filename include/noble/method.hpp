// The ways to run a fused word.
#pragma once

#include <array>
#include <string>

namespace [[gnu::visibility("default")]] noble {

/// How a word is run.
///
/// * `flow`: neighbouring outputs in the lanes of a vector; FIR filters (period 1), on real data
///   ↑2, ↑3, ↑4 and ↑8 too, and resamplers of a period (L, M), L ≥ 16, M ≤ 2·L, of at
///   most 512 taps to an output
/// * `lanes`: pieces of the signal in the lanes of a vector; any period
/// * `thin`: at most one tap to an output (↓k, ↑k, delays)
/// * `fft`: overlap-save by fast transforms at the low rates; for periods that are not too long
/// * `rows`: each output by itself; for periods too long for the others
enum class method { flow, lanes, thin, fft, rows };

/// All of them.
inline constexpr std::array methods{method::flow, method::lanes, method::thin, method::fft,
                                    method::rows};

std::string to_string(method m);  ///< "flow", "lanes", "thin", "fft" or "rows"

}  // namespace noble
