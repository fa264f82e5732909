// sum(i=0..3, delay(i))
#pragma once

#include "algebra/parse/value.hpp"

namespace noble::parsing {

/// What follows `sum(`, up to the closing parenthesis. The body is read once for each i.
value read_repeated_sum(state& s);

}  // namespace noble::parsing
