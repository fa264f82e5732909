#include "algebra/canonical/ring.hpp"

#include <gmpxx.h>

namespace noble {

ring<exact>::ring(std::span<const periodic_tap<exact>> a, std::span<const periodic_tap<exact>> b)
    : left_(a), right_(b), denominator_(left_.denominator * right_.denominator) {}

// (a + bi)(c + di) = (ac − bd) + (ad + bc)i; GMP returns at once where a factor is 0.
void ring<exact>::add_product(element& sum, std::size_t i, std::size_t j) const {
    const element& x = left_.values[i];
    const element& y = right_.values[j];
    mpz_addmul(sum.re.get_mpz_t(), x.re.get_mpz_t(), y.re.get_mpz_t());
    mpz_submul(sum.re.get_mpz_t(), x.im.get_mpz_t(), y.im.get_mpz_t());
    mpz_addmul(sum.im.get_mpz_t(), x.re.get_mpz_t(), y.im.get_mpz_t());
    mpz_addmul(sum.im.get_mpz_t(), x.im.get_mpz_t(), y.re.get_mpz_t());
}

exact ring<exact>::value(element&& sum) const { return unscaled(sum, denominator_); }

}  // namespace noble
