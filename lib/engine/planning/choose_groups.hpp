// How a chain of factors is best cut into groups.
#pragma once

#include <vector>

#include "noble/op.hpp"
#include "noble/plan_options.hpp"

namespace noble::engine {

/// The groups of least cost for `count` outputs, the last to act first; product_of(groups) is the
/// same word. One group where options name a method.
template <class T>
std::vector<op> choose_groups(const op& word, index_t count, const plan_options& options);

}  // namespace noble::engine
