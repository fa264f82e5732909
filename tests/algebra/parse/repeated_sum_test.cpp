#include <doctest/doctest.h>

#include "algebra/parse/reading.hpp"

namespace noble {
namespace {

using namespace testing::reading;

TEST_CASE("parse: sums over a variable") {
    CHECK(reads_as("sum(i=0..3, delay(i))", sum_of({delay(0), delay(1), delay(2), delay(3)})));
    CHECK(reads_as("sum(i = 1 .. 2, sum(j=0..i, i * delay(i - j)))",
                   sum_of({exact(1) * delay(1), exact(1) * delay(0), exact(2) * delay(2),
                           exact(2) * delay(1), exact(2) * delay(0)})));
    CHECK(reads_as("sum(k=1..1, delay(k)) * delay(k)", delay(1) * delay(3)));
    CHECK(reads_as("sum(i=0..1, delay(i) * conv(q:2))",
                   delay(0) * conv(unknown("q", 2)) + delay(1) * conv(unknown("q", 2))));
    CHECK(error_of("sum(i=3..0, delay(i))") == "7: a sum from 3 to 0 has no terms, and so no rate");
    CHECK(starts_with(error_of("sum(i=0..3, delay(i)) * delay(i)"),
                      "31: expected an integer; unknown variable 'i'"));
    CHECK_THROWS_AS(read("sum(i=0..1000000000000, delay(i))"), limit_error);
    CHECK_THROWS_AS(read("sum(i=1..100000, sum(j=1..100000, 0 * delay(i * j)))"), limit_error);
    CHECK(starts_with(error_of("sum(i=1..2, down(i))"), "5: a sum needs one rate"));
}

}  // namespace
}  // namespace noble
