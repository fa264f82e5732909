#include "algebra/canonical/integer_taps.hpp"

#include <gmpxx.h>

namespace noble {
namespace {

mpz_class scaled(const rational& q, const mpz_class& denominator) {
    return denominator / q.get_den() * q.get_num();
}

}  // namespace

void include_denominators(mpz_class& n, const exact& c) {
    mpz_lcm(n.get_mpz_t(), n.get_mpz_t(), c.re().get_den_mpz_t());
    mpz_lcm(n.get_mpz_t(), n.get_mpz_t(), c.im().get_den_mpz_t());
}

gaussian_integer scaled(const exact& c, const mpz_class& denominator) {
    return {scaled(c.re(), denominator), scaled(c.im(), denominator)};
}

exact unscaled(const gaussian_integer& c, const mpz_class& denominator) {
    if (sgn(c.im) == 0) return ratio(c.re, denominator);
    return {ratio(c.re, denominator), ratio(c.im, denominator)};
}

integer_taps::integer_taps(std::span<const periodic_tap<exact>> taps) {
    for (const auto& t : taps) include_denominators(denominator, t.value);
    values.reserve(taps.size());
    for (const auto& t : taps) values.push_back(scaled(t.value, denominator));
}

}  // namespace noble
