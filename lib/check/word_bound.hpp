// The error bound of a bound word, run as one group of factors or several.
#pragma once

#include "check/error_bound.hpp"

namespace noble::engine {

/// As error_bound of that word on an input of these sizes and errors.
template <class T>
bounded_output word_bound(const map_node::bound_word& a, const bounded_output& x,
                          const plan_options& options);

}  // namespace noble::engine
