#include <doctest/doctest.h>

#include "noble/design.hpp"
#include "noble/error.hpp"
#include "noble/sequence.hpp"

using namespace noble;

TEST_CASE("shapes: box and triangle are exact") {
    CHECK(box(3).origin(0) == taps{1, 1, 1});
    CHECK(triangle(3).origin(0) == sequence{exact(ratio(1, 2)), 1, exact(ratio(1, 2))});
    CHECK(triangle(4).origin(0) ==
          sequence{exact(ratio(1, 4)), exact(ratio(3, 4)), exact(ratio(3, 4)), exact(ratio(1, 4))});
    CHECK(triangle(1).origin(0) == taps{1});
    CHECK_THROWS_AS(box(0), argument_error);
    CHECK_THROWS_AS(triangle(0), argument_error);
    CHECK(triangle(5)[0] == exact(1));
    CHECK(triangle(5)[-2] == exact(ratio(1, 3)));
}

TEST_CASE("shapes: a billion taps are refused before they are made") {
    CHECK_THROWS_AS(box(1'000'000'000), limit_error);
    CHECK_THROWS_AS(triangle(1'000'000'000), limit_error);
}
