#include "algebra/proof/hints/mapped_letters.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include "algebra/random_word.hpp"

namespace noble {
namespace {

TEST_CASE("mapped_letters: mirrored twice is the word, and mirrored convolutions are transposed") {
    CHECK(same_word(mirrored(delay(2)), delay(-2)));
    CHECK(mirrored(conv(taps{1, 2, 3})) == corr({1, 2, 3}));
    CHECK(testing::holds_for_genomes(200, [](testing::word_maker make) {
        const op a = make.word(2);
        RC_ASSERT(mirrored(mirrored(a)) == a);
        const sequence x{1, 2, 0, -1};
        RC_ASSERT(mirrored(a)(x.reversed()) == a(x).reversed());
    }));
}

TEST_CASE("mapped_letters: decimals that were meant as fractions") {
    CHECK(same_word(decimals_as_fractions(scale(0.1)), scale(ratio(1, 10))));
    CHECK(same_word(decimals_as_fractions(conv({exact(0.25), exact(1.5)})),
                    conv({exact(0.25), exact(1.5)})));
}

}  // namespace
}  // namespace noble
