#include <doctest/doctest.h>
#include <gmpxx.h>

#include "algebra/parse/reading.hpp"

namespace noble {
namespace {

using namespace testing::reading;

TEST_CASE("parse: number literals") {
    CHECK(reads_as("2", scale(2)));
    CHECK(reads_as("010", scale(10)));
    CHECK(reads_as("09/010", scale(rational(9, 10))));
    CHECK(reads_as("delay(010)", delay(10)));
    CHECK(reads_as("0.1", scale(0.1)));
    CHECK(reads_as("1e-3", scale(1e-3)));
    CHECK(reads_as("1E+3", scale(1000)));
    CHECK(reads_as("5e-324", scale(5e-324)));
    CHECK(reads_as("0e-400", scale(0)));
    CHECK(reads_as("1/3", scale(rational(1, 3))));
    CHECK(reads_as("2 / 6", scale(rational(1, 3))));
    CHECK(reads_as("2i", scale(exact(0, 2))));
    CHECK(reads_as("1+2i", scale(exact(1, 2))));
    CHECK(reads_as("-1-2i", scale(exact(-1, -2))));
    CHECK(reads_as("1/2-3/4i", scale(exact(rational(1, 2), rational(-3, 4)))));
    CHECK(reads_as("1 + 2i", scale(1) + scale(exact(0, 2))));
    CHECK(reads_as("1+2", scale(1) + scale(2)));
    CHECK(reads_as("2.T", scale(2)));
    CHECK(reads_as("2.5.T", scale(2.5)));
    CHECK(reads_as("2 * 3 * id", product_of({scale(2), scale(3), identity()})));
    CHECK(reads_as("100000000000000000000000000000000000000000000000001",
                   scale(rational("100000000000000000000000000000000000000000000000001"))));
}

TEST_CASE("parse: numbers that are none") {
    CHECK(starts_with(error_of("1e400"), "1: the decimal 1e400 is beyond the range of a double"));
    CHECK(starts_with(error_of("1e-400"), "1: the decimal 1e-400 is beyond the range"));
    CHECK(starts_with(error_of("0." + repeated("0", 400) + "1"), "1: the decimal 0.000"));
    CHECK(error_of("1/0") == "3: division by zero");
    CHECK(error_of("1/2.5") ==
          "3: expected an integer below the '/', found 2.5; a fraction is of two integers, as in "
          "1/3");
    CHECK(starts_with(error_of("1/2^3"), "1: put the number in parentheses before '^'"));
    CHECK(starts_with(error_of("-1+2i^2"), "2: put the number in parentheses before '^'"));
    CHECK(error_of("id^2.T") == "5: put the power in parentheses first, as in (A^2).T");
    CHECK(starts_with(error_of(repeated("9", 100'001)), "1: a number of 100001 characters"));
}

}  // namespace
}  // namespace noble
