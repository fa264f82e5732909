// The canonical form of a word with unknown taps over Gaussian integers, as a fraction: form /
// denominator. Denominators are taken out of each letter, so that products need none.
#pragma once

#include <gmpxx.h>

#include "algebra/canonical/numbered_polynomial.hpp"
#include "noble/canonical.hpp"
#include "noble/op.hpp"

namespace noble {

struct integer_form {
    canonical<numbered_polynomial> form;
    mpz_class denominator;

    [[nodiscard]] index_t outputs() const noexcept { return form.outputs(); }
    [[nodiscard]] index_t inputs() const noexcept { return form.inputs(); }
};

integer_form integer_form_of(const op& a, const numbering& unknowns);

/// Writes both over one denominator.
void unite_denominators(integer_form& a, integer_form& b);

}  // namespace noble
