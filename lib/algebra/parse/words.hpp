// Words: sums, products, signs, powers, transposes, applications.
#pragma once

#include "algebra/parse/value.hpp"

namespace noble::parsing {

/// A whole expression without '=='.
value read_value(state& s);
/// The same, which must be a one-dimensional word; `what` says whose argument it is.
op read_word(state& s, const char* what);
/// The same, which must be a sequence.
sequence read_sequence(state& s, const char* what);

}  // namespace noble::parsing
