#include <doctest/doctest.h>

#include "algebra/parse/reading.hpp"

namespace noble {
namespace {

using namespace testing::reading;

TEST_CASE("parse: postfix binds tighter than ^, ^ than a sign, a sign than *, * than +") {
    const op a = delay(1);
    const op b = conv({1, 2});
    CHECK(reads_as("delay(1) * conv([1 2]).T", a * b.T()));
    CHECK(reads_as("(delay(1) * conv([1 2])).T", b.T() * a.T()));
    CHECK(reads_as("down(2).T^2", up(2) * up(2)));
    CHECK(reads_as("conv([1 2])ᵀ^2", b.T() * b.T()));
    CHECK(reads_as("-delay(1)^2", -(a * a)));
    CHECK(reads_as("-2^2", scale(-2) * scale(2)));
    CHECK(reads_as("(-2)^2", scale(-2) * scale(-2)));
    CHECK(reads_as("-2 * delay(1)", exact(-2) * a));
    CHECK(reads_as("-delay(1) * conv([1 2])", product_of({scale(-1), a, b})));
    CHECK(reads_as("delay(1) * -conv([1 2])", product_of({a, scale(-1), b})));
    CHECK(reads_as("delay(1) + id * conv([1 2])", a + identity() * b));
    CHECK(reads_as("delay(1) - 2 * id + id", sum_of({a, exact(-2) * identity(), identity()})));
    CHECK(reads_as("delay(1) - (id + id)", a - (identity() + identity())));
    CHECK(reads_as("--delay(1)", exact(1) * a));
    CHECK(reads_as("delay(1)^0", identity()));
    CHECK(reads_as("delay(1)^(k-1)", a * a));
    CHECK(reads_as("delay(1)^k", a * a * a));
}

}  // namespace
}  // namespace noble
