#include "algebra/canonical/form_shape.hpp"

#include <doctest/doctest.h>

#include "algebra/random_word.hpp"
#include "noble/canonical.hpp"

namespace noble {
namespace {

TEST_CASE("form_shape: letters") {
    CHECK(shape_of(down(3)).inputs() == 3);
    CHECK(shape_of(up(3)).outputs() == 3);
    CHECK(shape_of(conv(taps{1, 2, 3})).taps == 3);
    CHECK(shape_of(conv(taps{1, 2, 3})).is_convolution());
    CHECK(shape_of(scale(exact(0, 1))).parts == 2);
}

}  // namespace
}  // namespace noble
