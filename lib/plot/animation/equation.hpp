// How an animation names what it shows: samples, outputs, and what they are made of.
#pragma once

#include <string>

#include "noble/boundary.hpp"
#include "noble/matrix.hpp"

namespace noble::drawing {

/// `x3`
std::string indexed(const char* name, index_t i);

/// `y3 = 2·x1 − x2`: a row of the matrix.
template <class Scalar>
std::string equation(const csr<Scalar>& matrix, index_t row, index_t output);

/// What lies at a sample outside the signal: `0`, `x2`, `−x0`, or `·` for a sum of several.
std::string extended_label(boundary rule, index_t n, index_t m);

}  // namespace noble::drawing
