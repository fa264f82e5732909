#include <doctest/doctest.h>

#include "algebra/parse/reading.hpp"

namespace noble {
namespace {

using namespace testing::reading;

TEST_CASE("parse: integer arguments are expressions") {
    CHECK(reads_as("delay(2+3*k)", delay(11)));
    CHECK(reads_as("delay(-k^2)", delay(-9)));
    CHECK(reads_as("delay(2^3^2)", delay(512)));
    CHECK(reads_as("delay((1 - 4) * (2 - -1))", delay(-9)));
    CHECK(reads_as("delay((-1)^1000000000001)", delay(-1)));
    CHECK_THROWS_AS(read("delay(10^19)"), limit_error);
    CHECK_THROWS_AS(read("delay(9223372036854775807 + 1)"), limit_error);
}

TEST_CASE("parse: integers that are none") {
    CHECK(error_of("down(2.5)") == "6: expected an integer, found '2.5'");
    CHECK(error_of("down(1e30)") == "6: expected an integer, found '1e30'");
    CHECK(error_of("down(4/2)") == "6: expected an integer, found a fraction");
    CHECK(error_of("delay(99999999999999999999)") ==
          "7: the integer '99999999999999999999' does not fit in 64 bits");
    CHECK(error_of("down()") == "6: expected an integer, found ')'");
    CHECK(starts_with(error_of("down(n)"), "6: expected an integer; unknown variable 'n'"));
    CHECK(error_of("delay(2^-1)") == "9: expected an exponent of 0 or more in an integer");
    CHECK(error_of("↓") == "2: expected an integer, found the end of the text");
}

}  // namespace
}  // namespace noble
