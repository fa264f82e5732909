#include <doctest/doctest.h>

#include "engine/execution/steps/step_cases.hpp"

using namespace noble;
using namespace noble::testing;

TEST_CASE("block diagonal step: each map on its own part, of any size") {
    const auto a = conv(taps{1, 2}).on(3, window::full);
    const auto b = down(2).on(5);
    CHECK(is_its_matrix(block_diag({a, b})));
    CHECK(is_its_matrix(block_diag({b, a * down(2).on(6), a})));
    CHECK(is_its_matrix(block_diag({a, b}).T()));
}
