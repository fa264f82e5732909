// The convolution of two long kernels by Kronecker substitution: taps become the digits of one
// large integer, in a base beyond any tap of the result, and GMP multiplies two such integers in
// almost linear time. (D. Harvey, Faster polynomial multiplication via multipoint Kronecker
// substitution, J. Symbolic Comput. 44, 2009, section 1.)
#pragma once

#include "algebra/canonical/form_size.hpp"
#include "noble/canonical.hpp"

namespace noble {

/// Whether both are convolutions (period (1, 1)), and dense and long enough for it to pay.
bool kronecker_pays(const canonical<exact>& a, const canonical<exact>& b);
bool kronecker_pays(const form_size& a, const form_size& b);

/// a·b of two convolutions with at least one tap each. Throws limit_error.
canonical<exact> kronecker_product(const canonical<exact>& a, const canonical<exact>& b);

}  // namespace noble
