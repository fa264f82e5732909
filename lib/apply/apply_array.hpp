// Expressions on arrays in memory.
#pragma once

#include "apply/acting.hpp"
#include "noble/array.hpp"

namespace noble::files {

/// The map of the expression on x, in x's element type.
any_array apply_map(const expression& word, const linear_map& map, const any_array& x,
                    const acting& at);

}  // namespace noble::files
