#include <doctest/doctest.h>

#include "engine/execution/steps/step_cases.hpp"

using namespace noble;
using namespace noble::testing;

TEST_CASE("sum step: terms add up, and β counts once") {
    const auto a = conv(taps{1, 2, 3}).on(5, window::same);
    const auto b = delay(2).on(5, window::same, boundary::edge);
    CHECK(is_its_matrix(a + b));
    CHECK(is_its_matrix(a + b + a.T()));
    CHECK(is_its_matrix(a * a + b));
    CHECK(is_its_matrix(a - a));
    CHECK(made_step(a + b).made->memory() == 0);
}
