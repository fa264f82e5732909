#include "algebra/canonical/form_size.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include <cmath>

#include "noble/op.hpp"

namespace noble {
namespace {

TEST_CASE("form_size: bits and denominator of a kernel are those of its taps") {
    const auto size = size_of({exact(ratio(3, 4)), exact(ratio(-5, 6))});
    CHECK(size.denominator == 12);
    CHECK(size.bits >= std::log2(9 + 10));  // 9/12 and −10/12
    CHECK(size.bits < std::log2(9 + 10) + 1);
    CHECK(size.taps == 2);
    CHECK(size.limbs() == 1);
    CHECK(size_of({exact(rational("1000000000000000000000000000000"))}).limbs() == 2);
}

TEST_CASE("form_size: unknown taps are monomials of degree 1") {
    const auto size = size_of(unknown("q", 7));
    CHECK(size.degree == 1);
    CHECK(size.terms == 1);
}

TEST_CASE("form_size: log₂ of integers of any size") {
    CHECK(log2_of(1024) == 10);
    CHECK(log2_of(mpz_class(1) << 5000) == 5000);
}

}  // namespace
}  // namespace noble
