#include <doctest/doctest.h>

#include "engine/execution/steps/step_cases.hpp"

using namespace noble;
using namespace noble::testing;

TEST_CASE("scaled step: the factor multiplies α and leaves β alone") {
    const auto a = conv(taps{1, 2, 3}).on(5);
    CHECK(is_its_matrix(3 * a));
    CHECK(is_its_matrix(-a));
    CHECK(is_its_matrix(exact(0) * a));
    CHECK(is_its_matrix(2 * (a.T() * a)));
    CHECK(made_step(3 * a).made->operations() == made_step(a).made->operations());
}
