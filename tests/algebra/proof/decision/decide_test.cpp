#include <doctest/doctest.h>

#include "algebra/proof/deciding.hpp"

namespace noble {
namespace {

using namespace testing::deciding;

TEST_CASE("prove: numeric words, for all signals") {
    CHECK(answer("up(2) == down(2).T") == for_signals);
    CHECK(answer("down(6) == down(2) * down(3)") == for_signals);
    CHECK(answer("down(2) * up(3) == up(3) * down(2)") == for_signals);
    CHECK(answer("10 * conv([1/10]) == id") == for_signals);
}

TEST_CASE("prove: unknown taps, by name") {
    CHECK(answer("(down(3) * conv(q:5)).T == conv(q).T * up(3)") ==
          "proved for all values of the taps q (and all signals)");
    CHECK(answer("conv(q:2) * conv(h:3) * conv(g:2) == conv(g) * conv(h) * conv(q)") ==
          "proved for all values of the taps g, h and q (and all signals)");
    CHECK(answer("(2i * conv(q:3)).H == -2i * conv(q).H") ==
          "proved for all values of the taps q (and all signals)");
    CHECK(
        contains(answer("conv(q:3).H == conv(q).T"), "the left gives conj(q0) at 0, the right q0"));
}

TEST_CASE("prove: the witness is the least input and there the nearest output") {
    const auto p = prove(conv(taps{1, 2, 3}), conv(taps{1, 2, 4}));
    REQUIRE(p.difference);
    CHECK(*p.difference == witness{0, 2, polynomial(3), polynomial(4)});
    const auto q = prove(up(2) * down(2), up(3) * down(3));
    REQUIRE(q.difference);
    CHECK(*q.difference == witness{2, 2, polynomial(1), polynomial()});
    const auto both_sides = prove(delay(1) + delay(-1), identity());
    REQUIRE(both_sides.difference);
    CHECK(both_sides.difference->output == 0);
    CHECK(prove(delay(1) + delay(-1), scale(0)).difference->output == 1);
}

TEST_CASE("prove: a late witness of words with long periods") {
    const auto p = prove(up(9973) * down(9973), up(9967) * down(9967));
    REQUIRE(p.difference);
    CHECK(*p.difference == witness{9967, 9967, polynomial(), polynomial(1)});
}

TEST_CASE("prove: zero operators of two rates differ") {
    CHECK(answer("0 * down(2) == 0 * down(2, 1)") == for_signals);
    CHECK(contains(answer("0 * down(2) == 0 * id"), "the left has rate 1/2, the right has rate 1"));
}

}  // namespace
}  // namespace noble
