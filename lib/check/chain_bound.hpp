// The error bound of a word that is run as several groups.
#pragma once

#include "check/error_bound.hpp"
#include "engine/planning/groups.hpp"

namespace noble::engine {

/// As error_bound of that word on an input of these sizes and errors.
template <class T>
bounded_output chain_bound(const map_node::bound_word& a, const bounded_output& x,
                           const std::vector<fused_group<T>>& groups, const plan_options& options);

}  // namespace noble::engine
