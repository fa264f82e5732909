#include "algebra/numbers/modular_inverse.hpp"

#include <doctest/doctest.h>

#include <numeric>

namespace noble {
namespace {

TEST_CASE("modular_inverse: a·x ≡ 1, in 0 … modulus − 1, for every coprime a") {
    for (index_t modulus = 1; modulus <= 30; ++modulus) {
        for (index_t a = -40; a <= 40; ++a) {
            if (std::gcd(a, modulus) != 1) continue;
            const index_t x = modular_inverse(a, modulus);
            CHECK(x >= 0);
            CHECK(x < modulus);
            CHECK((a * x - 1) % modulus == 0);
        }
    }
}

}  // namespace
}  // namespace noble
