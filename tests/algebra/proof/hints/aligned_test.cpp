#include "algebra/proof/hints/aligned.hpp"

#include <doctest/doctest.h>

#include "algebra/random_word.hpp"

namespace noble {
namespace {

TEST_CASE("aligned: the delays and the scale that were put around a word, or others as good") {
    CHECK(testing::holds_for_genomes(300, [](testing::word_maker make) {
        const op a = make.word(2);
        RC_PRE(a != exact(0) * a);
        const op b =
            exact(1 + make.pick(4)) * (delay(make.pick(7) - 3) * a * delay(make.pick(7) - 3));
        const auto found = aligned(canonical_form<polynomial>(a), canonical_form<polynomial>(b));
        RC_ASSERT(found.has_value());
        RC_ASSERT(found->scale * (delay(found->output) * a * delay(found->input)) == b);
    }));
}

TEST_CASE("aligned: nothing for words that differ otherwise, and for zero") {
    const auto form = [](const op& a) { return canonical_form<exact>(a); };
    CHECK_FALSE(aligned(form(conv(taps{1, 2})), form(conv(taps{2, 1}))));
    CHECK_FALSE(aligned(form(scale(0)), form(scale(0))));
    CHECK(mirrored(form(conv(taps{1, 2}))) == form(corr({1, 2})));
}

}  // namespace
}  // namespace noble
