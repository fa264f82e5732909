#include <doctest/doctest.h>

#include "noble/op.hpp"

namespace noble {
namespace {

const sequence three_taps = (taps{1, 2, 3}).origin(1);

TEST_CASE("transpose: every letter has its transpose") {
    CHECK(same_word(identity().T(), identity()));
    CHECK(same_word(delay(3).T(), delay(-3)));
    CHECK(same_word(scale(exact(1, 2)).T(), scale(exact(1, 2))));
    CHECK(same_word(down(3, -2).T(), up(3, -2)));
    CHECK(same_word(up(3, 7).T(), down(3, 7)));
    CHECK(same_word(conv(three_taps).T(), conv(three_taps.reversed())));
    CHECK(same_word((down(2) * conv(three_taps)).T(), conv(three_taps.reversed()) * up(2)));
    CHECK(same_word((delay(1) + conv(three_taps)).T(), delay(-1) + conv(three_taps.reversed())));
}

TEST_CASE("transpose: the adjoint conjugates, the transpose does not") {
    const sequence q{exact(1, 2), exact(3, -1)};
    CHECK(conv(q).T() == conv(q.reversed()));
    CHECK(conv(q).H() == conv(conj(q).reversed()));
    CHECK(conv(q).H() != conv(q).T());
    CHECK(scale(exact(0, 1)).H() == scale(exact(0, -1)));
    CHECK(corr(q) == conv(q).T());
    CHECK((exact(0, 1) * down(2) * conv(q)).H() ==
          exact(0, -1) * (conv(conj(q).reversed()) * up(2)));
}

}  // namespace
}  // namespace noble
