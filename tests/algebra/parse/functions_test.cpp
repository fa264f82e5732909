#include <doctest/doctest.h>

#include "algebra/parse/reading.hpp"

namespace noble {
namespace {

using namespace testing::reading;

TEST_CASE("parse: functions of sequences, and words applied to them") {
    const sequence q{1, exact(0, 2), 3};
    CHECK(taps_of("conj([1 2i 3])") == conj(q));
    CHECK(taps_of("centred([1 2i 3])") == q.centred());
    CHECK(taps_of("reversed([1 2i 3])") == q.reversed());
    CHECK(taps_of("up(3)([1 2i 3])") == up(3)(q));
    CHECK(taps_of("(delay(3) * up(2))([1 2i 3])") == (delay(3) * up(2))(q));
    CHECK(taps_of("conj(conv([2i]))([1])") == taps{exact(0, -2)});
    CHECK(taps_of("↓2ᵀ([1 2i 3])") == up(2)(q));
    CHECK(taps_of("2([1 2])") == taps{2, 4});
    CHECK(reads_as("conv(up(2)(q:3)) * conv(q)",
                   conv(up(2)(unknown("q", 3))) * conv(unknown("q", 3))));
    CHECK(error_of("down(2)(down(2))") ==
          "9: expected a sequence such as [1 2 1] or q:5 for a word applied in parentheses, found "
          "a word");
}

}  // namespace
}  // namespace noble
