// Near misses: what two different words have in common.
#pragma once

#include <string>
#include <vector>

#include "noble/op.hpp"
#include "noble/op2d.hpp"

namespace [[gnu::visibility("default")]] noble {

/// The near misses of two different words, each an equation that has been proved and that prove
/// reads, as in "equal up to a delay and a scale: 2 * delay(1) * A == B": equal up to a conjugate
/// and a reversal, delays of output and input and a scale, together; as a noble identity, with a
/// kernel dilated; on even samples; once decimals are read as n/10ᵏ; up to a phase of one letter;
/// with one ↑ and ↓ exchanged. Never throws limit_error: what would take much longer than the proof
/// itself is left out.
std::vector<std::string> near_misses(const op& a, const op& b);
/// Of words on two axes: delays and a scale (of one term each), a conjugate, a reversal, decimals.
std::vector<std::string> near_misses(const op2d& a, const op2d& b);

}  // namespace noble
