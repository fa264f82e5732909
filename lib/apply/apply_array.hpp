// Expressions on arrays: which axes hold the samples, and for banks which one the channels.
#pragma once

#include "noble/array.hpp"
#include "noble/linear_map.hpp"
#include "noble/parse.hpp"

namespace noble::app {

/// Where an expression acts: along `axis`; kron words along the one before it too; a bank's
/// channels are the other axis of a 2-D array (of a 1-D array, its one channel is implied).
struct placement {
    int axis = -1;
    bool transpose = false;  ///< the finite map is transposed: a bank's outputs come in
};

extents shape_of(const any_array& x);

/// How many samples an array of that shape has along each axis that the expression acts on. Throws
/// shape_error where it has too few axes, or not as many channels as a bank takes.
extents sample_counts(const expression& word, const extents& shape, const placement& at);

/// The map of the expression on x, in x's element type.
any_array apply_map(const expression& word, const linear_map& map, const any_array& x,
                    const placement& at);

}  // namespace noble::app
