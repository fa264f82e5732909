#include <doctest/doctest.h>
#include <gmpxx.h>

#include "algebra/parse/reading.hpp"
#include "support/memory.hpp"

namespace noble {
namespace {

using namespace testing::reading;

TEST_CASE("parse: taps in brackets") {
    CHECK(taps_of("[1 2 1]") == taps{1, 2, 1});
    CHECK(taps_of("[1,2, 1]") == taps{1, 2, 1});
    CHECK(taps_of("[ 1\n2\t1 ]") == taps{1, 2, 1});
    CHECK(taps_of("[]") == sequence());
    CHECK(taps_of("[1 -2]") == taps{1, -2});
    CHECK(taps_of("[1 +2]") == taps{1, 2});
    CHECK(taps_of("[1-2]") == taps{-1});
    CHECK(taps_of("[-1/2 2e-1 1+2i -3i]") == taps{rational(-1, 2), 0.2, exact(1, 2), exact(0, -3)});
    CHECK(taps_of("[k 2*k^2]") == taps{3, 18});
    CHECK(taps_of("[(1+2i)*2]") == taps{exact(2, 4)});
    CHECK(failure([] { taps_of("[1 - 2]"); }) ==
          "4: a '-' between spaces in a list of taps; [1 -2] is two taps, [1-2] is their "
          "difference as one");
    CHECK(failure([] { taps_of("[1- 2]"); }) ==
          "5: expected a tap such as 1, 1/2, 2i or q0, found '2'");
    CHECK(failure([] { taps_of("[1,,2]"); }) ==
          "4: expected a tap such as 1, 1/2, 2i or q0, found ','");
    CHECK(failure([] { taps_of("[1, ]"); }) ==
          "5: expected a tap such as 1, 1/2, 2i or q0, found ']'");
    CHECK(failure([] { taps_of("[1 2"); }) ==
          "5: expected ']' to close the '[' of column 1, found the end of the text");
    CHECK(failure([] { taps_of("[1 2)"); }) ==
          "5: expected a space, ',' or ']' after a tap, found ')'");
    CHECK(failure([] { taps_of("[nan]"); }).starts_with("2: expected a tap such as"));
    CHECK(failure([] { taps_of("[1/0]"); }) == "4: division by zero");
}

TEST_CASE("parse: unknown taps in brackets") {
    const auto tap = [](const char* name, index_t i) { return polynomial(unknown_tap{name, i}); };
    const std::vector<polynomial> expected{
        tap("q", 0),
        exact(2) * tap("q", 0) * tap("h", 1) - exact(rational(1, 2)) * conj(tap("q", 1)),
        tap("h1", 2) * tap("h1", 2), polynomial(exact(0, 1)) - tap("q", 12)};
    CHECK(taps_of("[q0 2*q0*h1-1/2*conj(q1) h1_2^2 1i-q12]") == sequence(expected));
    CHECK(starts_with(failure([] { taps_of("[q]"); }), "2: expected a tap such as"));
    CHECK(starts_with(failure([] { taps_of("[q_1]"); }), "2: expected a tap such as"));
    CHECK(starts_with(failure([] { taps_of("[q01]"); }), "2: expected a tap such as"));
    CHECK(failure([] { taps_of("[(q0+q1)*q2]"); }) ==
          "2: sums of unknown taps are not read in parentheses; expand the product");
    CHECK_THROWS_AS(taps_of("[q0^1000000000]"), limit_error);
    CHECK_THROWS_AS(taps_of("[9^1000000000]"), limit_error);
    CHECK_THROWS_AS(taps_of("[((9^10000)^10000)^10000]"), limit_error);
}

TEST_CASE("parse: origins follow any sequence") {
    const sequence q = taps{1, 2, 1};
    CHECK(taps_of("[1 2 1]@-2") == q.origin(-2));
    CHECK(taps_of("[1 2 1] @ k") == q.origin(3));
    CHECK(taps_of("[1 2 1]@(k+1)") == q.origin(4));
    CHECK(taps_of("[1 2 1]@-k") == q.origin(-3));
    CHECK(taps_of("up(2)([1 2 1])@2") == up(2)(q).origin(2));
    CHECK(taps_of("box(3)@1") == taps{1, 1, 1}.origin(1));
    CHECK(taps_of("([1 2 1])@1") == q.origin(1));
    CHECK(error_of("down(2)@1") ==
          "8: '@' gives the origin of a sequence, as in [1 2 1]@1; found it after a word");
}

TEST_CASE("parse: long lists of taps are read, and refused beyond the memory limit") {
    std::string text = "[";
    for (int i = 0; i < 65'535; ++i) text += "0.12345678901234567 ";
    text += "]";
    CHECK(taps_of(text).length() == 65'535);
    const testing::limited_memory limit(1'000'000);
    CHECK_THROWS_AS(taps_of(text), limit_error);
    CHECK_THROWS_AS(read("conv(box(15000)) * conv(box(15000))"), limit_error);
}

}  // namespace
}  // namespace noble
