// A word as a chain of consecutive groups of its factors, each fused to one kernel.
#pragma once

#include <vector>

#include "noble/canonical.hpp"
#include "noble/op.hpp"
#include "noble/plan_options.hpp"

namespace noble::engine {

/// The groups that `options` ask for, for `count` outputs: the last to act first, as a product's
/// factors; product_of(groups) is the same word.
template <class T>
std::vector<op> groups_of(const op& word, index_t count, const plan_options& options);

/// A group and its kernel, rounded.
template <class T>
struct fused_group {
    op word;
    canonical<T> form;
};

/// groups_of, fused. Throws argument_error for a tap beyond the range of T.
template <class T>
std::vector<fused_group<T>> fused_groups(const op& word, index_t count,
                                         const plan_options& options);

/// The outputs that methods and groups are chosen for where options.endless is set.
constexpr index_t endless_count = index_t{1} << 40;

}  // namespace noble::engine
