// Where an expression acts on an array.
#pragma once

#include "noble/binding.hpp"

namespace noble::files {

/// Along `axis`; kron words along the one before it too; a bank's channels are the other axis of a
/// 2-D array (of a 1-D array, its one channel is implied).
struct acting {
    int axis = -1;
    bool transpose = false;  ///< the finite map is transposed: a bank's outputs come in
};

/// The channels that come into, and out of, the finite map of a bank.
struct channel_counts {
    index_t in;
    index_t out;
};
channel_counts channels_of(const bank& a, bool transpose);

/// How many samples an array of that shape has along each axis that the expression acts on. Throws
/// shape_error where it has too few axes, or not as many channels as a bank takes.
extents sample_counts(const expression& word, const extents& shape, const acting& at);

}  // namespace noble::files
