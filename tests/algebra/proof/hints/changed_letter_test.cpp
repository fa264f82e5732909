#include "algebra/proof/hints/changed_letter.hpp"

#include <doctest/doctest.h>

#include "noble/parse.hpp"

namespace noble {
namespace {

TEST_CASE("changed_letter: every word with one letter exchanged") {
    const auto found =
        changed_letters(parse("up(2) * (id + up(3, 1) * down(3)) * down(2)"), exchanged);
    REQUIRE(found.size() == 2);
    CHECK(same_word(found[0].word, parse("down(2) * (id + up(3, 1) * down(3)) * down(2)")));
    CHECK(found[0].change == "down(2) for up(2)");
    CHECK(found[1].change == "up(2) for down(2)");
}

TEST_CASE("changed_letter: other phases of one period, and kernels dilated or thinned") {
    CHECK(other_phases(down(3, 1)).size() == 2);
    CHECK(other_phases(conv(taps{1})).empty());
    CHECK(other_phases(up(1000)).size() <= 32);
    const auto change = dilations(down(2), identity());
    const auto found = change(conv(taps{1, 0, 2}));
    REQUIRE(found.size() == 2);
    for (const auto& word : found) {
        CHECK((same_word(word, conv(taps{1, 2})) || same_word(word, conv(taps{1, 0, 0, 0, 2}))));
    }
}

}  // namespace
}  // namespace noble
