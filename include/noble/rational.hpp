// Exact integers and rationals: GMP's, declared as gmpxx.h declares them. Who computes with them
// includes <gmpxx.h>, which takes longer to read than the words themselves.
#pragma once

#include <gmp.h>

template <class Number, class Expression>
class __gmp_expr;

namespace [[gnu::visibility("default")]] noble {

/// mpz_class: an exact integer.
using integer = __gmp_expr<mpz_t, mpz_t>;

/// mpq_class: an exact real rational. What takes one reads 2/4 as 1/2 and 1/−2 as −1/2 (GMP reduces
/// none that is built from two numbers or a text), and throws argument_error for a denominator of
/// 0; what gives one gives it in lowest terms.
using rational = __gmp_expr<mpq_t, mpq_t>;

}  // namespace noble
