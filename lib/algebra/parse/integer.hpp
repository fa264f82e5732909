// Integer arguments: + − * % ^, gcd(a, b), lcm(a, b), parentheses, integers and variables, in 64
// bits.
#pragma once

#include "algebra/parse/state.hpp"

namespace noble::parsing {

index_t read_integer(state& s);

/// One integer as it stands after ':', '@', '^' and the arrows: digits, a variable, or an
/// expression in parentheses, with any sign.
index_t read_integer_atom(state& s);

}  // namespace noble::parsing
