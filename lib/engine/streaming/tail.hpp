// How long a sample rings.
#pragma once

#include "noble/op.hpp"

namespace noble::engine {

/// The least d ≥ 0 such that input m reaches no output n > m·L/M + d, whatever m; 0 for zero.
index_t tail_of(const op& word);

}  // namespace noble::engine
