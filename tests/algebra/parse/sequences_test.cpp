#include <doctest/doctest.h>

#include "algebra/parse/reading.hpp"

namespace noble {
namespace {

using namespace testing::reading;

TEST_CASE("parse: kernel functions of the vocabulary") {
    CHECK(taps_of("box(k)") == taps{1, 1, 1});
    CHECK(taps_of("box(2*k - 4)") == taps{1, 1});
    CHECK(taps_of("file(\"a b.npy\")") == taps{7});
    CHECK(taps_of(R"(file("\"\\\n"))") == taps{4});
    CHECK(error_of("conv(box(1, 2))") == "6: box takes one number; usage: box(TAPS)");
    CHECK(error_of("conv(box)") == "9: expected '(', as in box(TAPS), found ')'");
    CHECK(error_of("conv(file(\"a))") == "11: expected '\"' to close this text");
    CHECK(error_of("conv(box(2") ==
          "11: expected ')' to close the '(' of column 9, found the end of the text");
    CHECK(starts_with(error_of("conv(box(n))"), "10: expected a number; unknown variable 'n'"));
    CHECK_THROWS_AS(read("conv(box(1000000000))"), limit_error);
    CHECK_THROWS_AS(read("conv(box(7))"), io_error);
}

TEST_CASE("parse: the first use of an unknown kernel fixes its length and origin") {
    const op q = conv(unknown("q", 5).origin(2));
    CHECK(reads_as("conv(q:5@2) * conv(q)", q * q));
    CHECK(reads_as("conv(q:5@2) * conv(q:5@2)", q * q));
    CHECK(reads_as("conv(q:m@2) * conv(q@2)", q * q));
    CHECK(reads_as("conv(q:(k+2)@(k-1))", q));
    CHECK(reads_as("conv(q:5@2) * conv((q)@0)", q * conv(unknown("q", 5))));
    CHECK(reads_as("conv(h1:2)", conv(unknown("h1", 2))));
    CHECK(error_of("conv(q:5) * conv(q:4)") ==
          "18: 'q:4' contradicts 'q:5' of column 6; the first use of a name fixes its length and "
          "origin");
    CHECK(starts_with(error_of("conv(q:5) * conv(q:5@1)"), "18: 'q:5@1' contradicts 'q:5'"));
    CHECK(starts_with(error_of("conv(q:5) * conv(q@1)"), "18: 'q:5@1' contradicts 'q:5'"));
    CHECK(starts_with(error_of("conv(q) * conv(q:5)"), "6: unknown name 'q'"));
    CHECK(error_of("conv(q)").ends_with("; unknown taps are declared by their number, as in q:5"));
    CHECK(starts_with(error_of("conv(q:0)"), "8: an unknown kernel of 0 taps"));
    CHECK(starts_with(error_of("conv(q_1:3)"), "10: 'q_1' cannot name unknown taps"));
    CHECK_THROWS_AS(read("conv(q:1000000000)"), limit_error);
    CHECK(error_of("down(2) * (q:3)") ==
          "9: a sequence is not multiplied here; make it a word with conv(...), as in "
          "conv([1 2 1])");
}

}  // namespace
}  // namespace noble
