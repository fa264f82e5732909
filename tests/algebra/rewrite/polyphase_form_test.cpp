#include "algebra/rewrite/polyphase_form.hpp"

#include <doctest/doctest.h>

#include "algebra/random_word.hpp"
#include "noble/laws.hpp"

namespace noble {
namespace {

TEST_CASE("polyphase_form: equal words reach one form, by true steps that have laws") {
    CHECK(testing::holds_for_genomes(100, [](testing::word_maker make) {
        const op a = make.word(2);
        const index_t k = 1 + make.pick(3);
        const op b = up(k) * down(k) * a + (a - up(k) * (down(k) * a));
        const auto forms = rewriting::polyphase_forms_of(a, b);
        if (!forms) return;
        RC_ASSERT(same_word(forms->left.word, forms->right.word));
        for (const auto* side : {&forms->left, &forms->right}) {
            for (const auto& step : side->trace) {
                RC_ASSERT(step.before == step.after);
                RC_ASSERT(find_law(step.law) != nullptr);
            }
        }
    }));
}

TEST_CASE("polyphase_form: a decimator and an interpolator by their components") {
    const auto forms = rewriting::polyphase_forms_of(down(2) * conv(taps{1, 2, 3, 4}), down(2));
    REQUIRE(forms);
    CHECK(to_string(forms->left.word) == "conv([1 3]) * down(2) + conv([2 4]@-1) * down(2, 1)");
    CHECK_FALSE(rewriting::polyphase_forms_of(conv(sequence(std::vector<exact>(300, exact(1)))),
                                              identity()));
}

}  // namespace
}  // namespace noble
