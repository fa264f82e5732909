#include <doctest/doctest.h>

#include "engine/execution/steps/step_cases.hpp"

using namespace noble;
using namespace noble::testing;

TEST_CASE("word step: any window and boundary, there and back, and no memory beside its threads'") {
    for (const auto b : boundaries) {
        const auto a = (down(2) * conv(taps{1, -2, 3, 4})).on(9, window(-2, 8), b);
        CAPTURE(b);
        CHECK(is_its_matrix(a));
        CHECK(is_its_matrix(a.T()));
        CHECK(made_step(a).made->memory() == 0);
    }
}
