#include "engine/streaming/tail.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include "engine/streaming/rational_bounds.hpp"
#include "noble/canonical.hpp"
#include "noble/op.hpp"
#include "noble/support.hpp"
#include "support/property.hpp"
#include "support/random_word.hpp"

using namespace noble;
using namespace noble::testing;
using engine::tail_of;

namespace {

// By the fused kernel.
index_t tail_by_hand(const op& word) {
    const auto s = word.support();
    return s ? std::max<index_t>(0, engine::ceil_of(s->last)) : 0;
}

}  // namespace

TEST_CASE("tail: letters and their products, by hand") {
    CHECK(tail_of(identity()) == 0);
    CHECK(tail_of(delay(3)) == 3);
    CHECK(tail_of(delay(-3)) == 0);
    CHECK(tail_of(conv(taps{1, 2, 3, 0})) == 2);
    CHECK(tail_of(up(4, 3)) == 3);
    CHECK(tail_of(down(4, 3)) == 0);
    CHECK(tail_of(down(4, -3)) == 1);
    CHECK(tail_of(down(2) * conv(taps{1, 2, 3, 4, 5, 6})) == 3);
    CHECK(tail_of(delay(5) * scale(0)) == 0);
    CHECK(tail_of(conv(taps{0, 0, 0}) * delay(7)) == 0);
}

TEST_CASE("tail: what cancels does not ring") {
    const op q = conv(taps{1, 2, 3, 4});
    CHECK(tail_of(q - q) == 0);
    CHECK(tail_of(q - 4 * delay(3)) == 2);
    CHECK(tail_of((q - 4 * delay(3)) * delay(10)) == 12);
    CHECK(tail_of(down(2) * delay(1) * up(2)) == 0);
    CHECK(tail_of(down(2) * conv(taps{1, 1, 1, 1}) * up(2)) == 1);
    CHECK(tail_of(down(2) * delay(9) * up(2) + delay(2)) == 2);
}

TEST_CASE("tail: of two ways as late, neither counts for both") {
    const op even = up(2) * down(2);
    CHECK(tail_of(delay(4) * even + delay(4) * (identity() - even)) == 4);
    CHECK(tail_of(delay(4) * even - even * delay(4) + delay(1)) == 1);
}

TEST_CASE("tail: steps and indices beyond 64 bits on the way are no obstacle") {
    const index_t k = index_t{1} << 40;
    const op word = down(k) * delay(1) * up(k);
    CHECK(tail_of(word) == 0);
    CHECK(tail_of(down(k) * delay(k) * up(k)) == 1);
}

TEST_CASE("tail: as of the fused kernel, for random words") {
    CHECK(holds("tails without fusing", scaled_cases(2000), [] {
        const op word = make_op((*random_cases()).word);
        RC_ASSERT(tail_of(word) == tail_by_hand(word));
    }));
}
