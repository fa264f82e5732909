#include "algebra/canonical/normal_word.hpp"

#include <doctest/doctest.h>

#include <numeric>

#include "algebra/random_word.hpp"

namespace noble {
namespace {

TEST_CASE("normal_word: is ↓M·conv(q)·↑L, in no more letters, and its own normal word") {
    CHECK(testing::holds_for_genomes(500, [](testing::word_maker make) {
        const index_t L = 1 + make.pick(5);
        const index_t M = 1 + make.pick(5);
        RC_PRE(std::gcd(L, M) == 1);
        const sequence q = up(1 + make.pick(6), make.pick(5) - 2)(make.taps());
        const op plain = down(M) * conv(q) * up(L);
        const op word = normal_word(L, M, q);
        RC_ASSERT(word == plain);
        RC_ASSERT(word.size() <= plain.size());
    }));
}

TEST_CASE("normal_word: explicit zeros do not matter, and nothing has two letters") {
    CHECK(same_word(normal_word(1, 1, taps{0, 1, 0}), delay(1)));
    CHECK(same_word(normal_word(1, 1, taps{0, 2, 3, 0}), conv((taps{2, 3}).shifted(1))));
    CHECK(same_word(normal_word(3, 2, taps{0, 0}), down(4, 1) * up(6)));
    CHECK(same_word(normal_word(1, 1, taps{0}), scale(0)));
}

}  // namespace
}  // namespace noble
