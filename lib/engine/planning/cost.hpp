// What the groups of a chain cost, each fused to one kernel and run by its cheapest method.
#pragma once

#include <vector>

#include "algebra/canonical/form_shape.hpp"
#include "noble/op.hpp"
#include "noble/plan_options.hpp"

namespace noble::engine {

/// Nanoseconds that `count` outputs of a form are predicted to take; infinite where it is too large
/// to be made.
template <class T>
double predicted_cost(const form_shape& shape, double count, instruction_set set);

/// The inputs that `count` outputs of a form read.
double inputs_read(const form_shape& shape, double count);

/// Nanoseconds for `count` outputs of a chain of groups, the last to act first; measured, where
/// options allow that or the times are known.
template <class T>
double chain_cost(const std::vector<op>& groups, index_t count, const plan_options& options);

}  // namespace noble::engine
