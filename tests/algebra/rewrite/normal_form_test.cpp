#include "algebra/rewrite/normal_form.hpp"

#include <doctest/doctest.h>

#include "algebra/random_word.hpp"
#include "noble/canonical.hpp"

namespace noble {
namespace {

TEST_CASE("normal_form: the same operator, and one for equal operators") {
    CHECK(testing::holds_for_genomes(300, [](testing::word_maker make) {
        const op a = make.word(2);
        const auto shape = rewriting::normal_form(a, 128);
        if (!shape) return;
        RC_ASSERT(*shape == a);
        const auto again = rewriting::normal_form(a * identity() + a - a, 128);
        RC_ASSERT(again && same_word(*again, *shape));
    }));
}

TEST_CASE("normal_form: nothing where each shape has too many terms") {
    CHECK(rewriting::normal_form(up(5) * down(5) + conv(taps{1, 2}) * up(5, 1) * down(5, 2), 64));
    CHECK_FALSE(rewriting::normal_form(up(2) * down(2) + up(2, 1) * down(2) * delay(3), 0));
}

}  // namespace
}  // namespace noble
