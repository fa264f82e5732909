// Inverses modulo a number.
#pragma once

#include <utility>

#include "base/checked.hpp"

namespace noble {

/// The x in 0 … modulus − 1 with a·x ≡ 1 for coprime a and modulus, by Euclid's algorithm.
constexpr index_t modular_inverse(index_t a, index_t modulus) {
    index_t r0 = modulus;
    index_t r1 = checked::floor_mod(a, modulus);
    index_t t0 = 0;
    index_t t1 = 1;
    while (r1 != 0) {
        const index_t quotient = r0 / r1;
        r0 = std::exchange(r1, r0 - quotient * r1);
        t0 = std::exchange(t1, t0 - quotient * t1);
    }
    return checked::floor_mod(t0, modulus);
}

}  // namespace noble
