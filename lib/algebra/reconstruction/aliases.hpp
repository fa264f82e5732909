// The kernels of a filter bank, one for each output phase, and their parts by frequency.
#pragma once

#include <vector>

#include "noble/canonical.hpp"
#include "noble/reconstruct.hpp"

namespace noble {

using phase_kernels = std::vector<sequence>;

/// g_r[t] = c_r[r − t]: the input n − t of output n ≡ r.
phase_kernels kernels_of(const canonical<polynomial>& form);

/// The part of g at the frequencies of denominator d: Σₛ c_d(r − s)·g_s / M, of period d in r; c_d
/// is Ramanujan's sum.
phase_kernels part_at_frequencies(const phase_kernels& g, index_t d);

/// The parts at all frequencies but 0 that are not zero, by denominator.
std::vector<alias_term> aliases_of(const phase_kernels& g);

}  // namespace noble
