// Exact taps as Gaussian integers over one common denominator: the arithmetic of products is then
// integer multiply-add, and lowest terms are found once per resulting tap.
#pragma once

#include <gmpxx.h>

#include <span>
#include <vector>

#include "noble/canonical.hpp"
#include "noble/exact.hpp"

namespace noble {

/// A Gaussian integer.
struct gaussian_integer {
    mpz_class re;
    mpz_class im;
    friend bool operator==(const gaussian_integer& a, const gaussian_integer& b) {
        return a.re == b.re && a.im == b.im;
    }
};

/// Makes n a common multiple of itself and the denominators of c.
void include_denominators(mpz_class& n, const exact& c);

/// c·denominator, for a multiple of the denominators of c.
gaussian_integer scaled(const exact& c, const mpz_class& denominator);

/// c / denominator in lowest terms.
exact unscaled(const gaussian_integer& c, const mpz_class& denominator);

struct integer_taps {
    mpz_class denominator = 1;
    std::vector<gaussian_integer> values;

    explicit integer_taps(std::span<const periodic_tap<exact>> taps);
};

}  // namespace noble
