// 64-bit index arithmetic that throws limit_error instead of wrapping, and floor/ceiling division.
#pragma once

#include <numeric>
#include <string>

#include "noble/error.hpp"
#include "noble/limit.hpp"

namespace noble::checked {

[[noreturn]] inline void overflow(const char* sign, index_t a, index_t b) {
    throw limit_error("index overflow: " + std::to_string(a) + " " + sign + " " +
                      std::to_string(b) + " does not fit in 64 bits");
}

inline index_t add(index_t a, index_t b) {
    index_t r = 0;
    if (__builtin_add_overflow(a, b, &r)) overflow("+", a, b);
    return r;
}

inline index_t sub(index_t a, index_t b) {
    index_t r = 0;
    if (__builtin_sub_overflow(a, b, &r)) overflow("-", a, b);
    return r;
}

inline index_t mul(index_t a, index_t b) {
    index_t r = 0;
    if (__builtin_mul_overflow(a, b, &r)) overflow("*", a, b);
    return r;
}

inline index_t neg(index_t a) { return sub(0, a); }

/// lcm(a, b) of positive a, b.
inline index_t lcm(index_t a, index_t b) { return mul(a / std::gcd(a, b), b); }

/// ⌊a/k⌋, k ≥ 1.
constexpr index_t floor_div(index_t a, index_t k) {
    const index_t q = a / k;
    return q * k > a ? q - 1 : q;
}

/// ⌈a/k⌉, k ≥ 1.
constexpr index_t ceil_div(index_t a, index_t k) {
    const index_t q = a / k;
    return q * k < a ? q + 1 : q;
}

/// a − k⌊a/k⌋ in 0 … k−1, k ≥ 1; from the remainder, as k⌊a/k⌋ itself may be below the least index.
constexpr index_t floor_mod(index_t a, index_t k) {
    const index_t r = a % k;
    return r < 0 ? r + k : r;
}

}  // namespace noble::checked
