#include "engine/streaming/rational_bounds.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include "noble/error.hpp"

using namespace noble;
using engine::ceil_of;
using engine::floor_of;

TEST_CASE("rational bounds: down and up, also below zero, and integers are themselves") {
    const rational half = rational(7) / 2;
    CHECK(floor_of(half) == 3);
    CHECK(ceil_of(half) == 4);
    CHECK(floor_of(-half) == -4);
    CHECK(ceil_of(-half) == -3);
    CHECK(floor_of(rational(-5)) == -5);
    CHECK(ceil_of(rational(-5)) == -5);
}

TEST_CASE("rational bounds: beyond 64 bits they are refused") {
    const rational far = rational(mpz_class(1) << 80) / 3;
    CHECK_THROWS_AS(floor_of(far), limit_error);
    CHECK_THROWS_AS(ceil_of(-far), limit_error);
}
