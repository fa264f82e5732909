// Gaussian integers of 128 bits for the oracle. Overflow throws: the oracle never wraps.
#pragma once

#include <gmpxx.h>

#include <stdexcept>

#include "noble/exact.hpp"

namespace noble::testing {

__extension__ using wide = __int128;

inline wide add(wide a, wide b) {
    wide c = 0;
    if (__builtin_add_overflow(a, b, &c)) throw std::overflow_error("oracle: 128-bit sum");
    return c;
}

inline wide multiply(wide a, wide b) {
    wide c = 0;
    if (__builtin_mul_overflow(a, b, &c)) throw std::overflow_error("oracle: 128-bit product");
    return c;
}

/// re + i·im
struct gaussian {
    wide re = 0;
    wide im = 0;
    [[nodiscard]] bool is_zero() const { return re == 0 && im == 0; }
    friend bool operator==(const gaussian&, const gaussian&) = default;
};

inline gaussian operator+(const gaussian& a, const gaussian& b) {
    return {add(a.re, b.re), add(a.im, b.im)};
}

inline gaussian operator-(const gaussian& a) { return {-a.re, -a.im}; }

inline gaussian operator*(const gaussian& a, const gaussian& b) {
    return {add(multiply(a.re, b.re), -multiply(a.im, b.im)),
            add(multiply(a.re, b.im), multiply(a.im, b.re))};
}

inline gaussian conj(const gaussian& a) { return {a.re, -a.im}; }

inline mpz_class to_integer(wide a) {
    const bool negative = a < 0;
    if (negative) a = -a;
    mpz_class value = static_cast<unsigned long>(a >> 64);
    value <<= 64;
    value += static_cast<unsigned long>(a);
    return negative ? mpz_class(-value) : value;
}

/// a / den, exactly.
inline exact to_exact(const gaussian& a, wide den = 1) {
    const mpz_class d = to_integer(den);
    return {ratio(to_integer(a.re), d), ratio(to_integer(a.im), d)};
}

}  // namespace noble::testing
