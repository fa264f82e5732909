// How large a canonical form is, known before it is made.
#pragma once

#include "noble/op.hpp"

namespace noble {

/// A canonical form without its taps; counts as doubles, as they may exceed 64 bits.
struct form_size {
    index_t period_out = 1;
    index_t period_in = 1;
    double taps = 1;
    double span = 1;    ///< offsets within a row lie in an interval of so many
    double low = 0;     ///< the least offset in any row
    double high = 0;    ///< the greatest
    double terms = 0;   ///< monomials per tap; 0 for numbers
    double degree = 0;  ///< of the monomials
    double parts = 1;   ///< 2 for complex taps
    double bits = 0;    ///< log₂ of the sum of a row's |numerators|: of a product's, the sum
    mpz_class denominator = 1;  ///< of all taps

    [[nodiscard]] index_t outputs() const noexcept { return period_out; }
    [[nodiscard]] index_t inputs() const noexcept { return period_in; }
    [[nodiscard]] bool is_convolution() const noexcept { return period_out == 1 && period_in == 1; }
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
