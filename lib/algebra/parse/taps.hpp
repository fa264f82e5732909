// Taps: numbers, and polynomials in unknown taps such as 2*q0*h1-1/2*conj(q1).
#pragma once

#include "algebra/parse/state.hpp"

namespace noble::parsing {

/// `[1 -2 q0]`: a '[' comes next.
sequence read_brackets(state& s);

/// A number as an argument: + − * ^ of numbers and variables, spaces allowed.
exact read_number_expression(state& s);

}  // namespace noble::parsing
