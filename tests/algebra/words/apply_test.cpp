#include <doctest/doctest.h>

#include "noble/op.hpp"

namespace noble {
namespace {

TEST_CASE("apply: a word applied to a sequence is a sequence") {
    CHECK(up(3)(taps{1, 2, 3}) == taps{1, 0, 0, 2, 0, 0, 3});
    CHECK(up(2, 1)(taps{1, 2}) == (taps{1, 0, 2}).shifted(1));
    CHECK(up(3)(taps{1, 0}).last() == 3);
    CHECK(down(2)(taps{1, 2, 3, 4}) == taps{1, 3});
    CHECK(conv(taps{1, 1})(taps{1, 2}) == taps{1, 3, 2});
    CHECK(delay(-3)(taps{1}).first() == -3);
}

TEST_CASE("apply: the dilated kernel spans kf+p … kl+p") {
    for (const index_t k : {1, 2, 3, 5}) {
        for (const index_t p : {-7, -1, 0, 1, 4, 6}) {
            const sequence q = (taps{0, 1, 2, 0}).origin(2);
            const sequence dilated = up(k, p)(q);
            CHECK(dilated.first() == k * q.first() + p);
            CHECK(dilated.last() == k * q.last() + p);
        }
    }
}

}  // namespace
}  // namespace noble
