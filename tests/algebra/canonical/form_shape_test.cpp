#include "algebra/canonical/form_shape.hpp"

#include <doctest/doctest.h>

#include "algebra/random_word.hpp"
#include "noble/canonical.hpp"

namespace noble {
namespace {

TEST_CASE("form_shape: no random word has longer periods or reaches farther than its shape says") {
    CHECK(testing::holds_for_genomes(500, [](testing::word_maker make) {
        const op a = make.word(3);
        const form_shape shape = shape_of(a);
        const auto form = canonical_form<polynomial>(a);
        RC_ASSERT(shape.outputs() % form.outputs() == 0);
        if (shape.outputs() > form.outputs()) return;
        for (const auto& t : form.taps()) {
            RC_ASSERT(static_cast<double>(t.offset) >= shape.low);
            RC_ASSERT(static_cast<double>(t.offset) <= shape.high);
        }
    }));
}

TEST_CASE("form_shape: letters") {
    CHECK(shape_of(down(3)).inputs() == 3);
    CHECK(shape_of(up(3)).outputs() == 3);
    CHECK(shape_of(conv(taps{1, 2, 3})).taps == 3);
    CHECK(shape_of(conv(taps{1, 2, 3})).is_convolution());
    CHECK(shape_of(scale(exact(0, 1))).parts == 2);
}

}  // namespace
}  // namespace noble
