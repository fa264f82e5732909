#include <doctest/doctest.h>

#include "engine/execution/steps/step_cases.hpp"

using namespace noble;
using namespace noble::testing;

TEST_CASE("block step: rows of a grid are stacked, columns of it added") {
    const auto a = conv(taps{1, 2}).on(3, window::full);
    const auto b = conv(taps{5, 7}).on(2, window::same) * identity().on(2);
    const auto tall = conv(taps{1, -1, 4}).on(2, window::full);
    CHECK(is_its_matrix(hstack({a, tall})));
    CHECK(is_its_matrix(vstack({tall, b})));
    CHECK(is_its_matrix(block({{a, tall}, {down(2).on(3, window(0, 2)), b}})));
    CHECK(is_its_matrix(block({{a, tall}, {a, tall}}).T()));
}
