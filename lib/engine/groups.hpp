// How a chain of factors is cut into groups, each of which is fused to one canonical form.
#pragma once

#include <vector>

#include "noble/op.hpp"
#include "noble/plan.hpp"

namespace noble::engine {

/// The factors of `word` as consecutive groups, of which the first acts last and whose product is
/// the word: those of least predicted cost for `count` outputs. One group where a method is asked
/// for by name.
template <class T>
std::vector<op> choose_groups(const op& word, index_t count, const plan_options& options);

}  // namespace noble::engine
