// How large a canonical form is, known before it is made.
#pragma once

#include <gmpxx.h>

#include "algebra/canonical/form_shape.hpp"

namespace noble {

/// A canonical form without its taps.
struct form_size : form_shape {
    double terms = 0;   ///< monomials per tap; 0 for numbers
    double degree = 0;  ///< of the monomials
    double bits = 0;    ///< log₂ of the sum of a row's |numerators|: of a product's, the sum
    mpz_class denominator = 1;  ///< of all taps

    /// Machine words per numerator.
    [[nodiscard]] double limbs() const;
    /// Of the taps, as a canonical form holds them.
    [[nodiscard]] double bytes() const;
};

/// log₂|n| of n ≠ 0.
double log2_of(const mpz_class& n);

/// The form of conv(q).
form_size size_of(const sequence& q);

}  // namespace noble
