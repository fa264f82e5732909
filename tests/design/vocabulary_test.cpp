#include <doctest/doctest.h>

#include "noble/design.hpp"
#include "noble/error.hpp"
#include "noble/parse.hpp"

using namespace noble;

TEST_CASE("vocabulary: designs in expressions are those of the functions") {
    CHECK(parse("conv(lowpass(0.25, 63))") == conv(lowpass(0.25, 63)));
    CHECK(parse("conv(highpass(0.25, 63, \"hann\"))") ==
          conv(highpass(0.25, 63, taper::named("hann"))));
    CHECK(parse("conv(bandpass(0.2, 0.4, 31, \"kaiser\", 5))") ==
          conv(bandpass(0.2, 0.4, 31, taper::named("kaiser", 5))));
    CHECK(parse("conv(box(3)) * conv(triangle(4))") == conv(box(3)) * conv(triangle(4)));
}

TEST_CASE("vocabulary: arguments of another kind, or another number of them, are refused") {
    for (const char* text :
         {"conv(lowpass(0.25))", "conv(lowpass(0.25, 6.5))", "conv(box(\"3\"))", "conv(box(3, 4))",
          "conv(lowpass(0.5, 7, 3))", "conv(file(3))", "conv(lowpass(0.5, 7, \"kaiser\", 5, 6))"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(parse(text), error);
    }
    CHECK_THROWS_AS(parse("conv(box(100000000000000000000))"), error);
}

TEST_CASE("vocabulary: parse reads words on one axis, and says what reads the others") {
    CHECK_THROWS_AS(parse("kron(id, id)"), argument_error);
    CHECK_THROWS_AS(parse("row(id, id)"), argument_error);
}
