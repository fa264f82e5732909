#include <doctest/doctest.h>

#include "engine/execution/steps/step_cases.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

const auto a = conv(taps{1, 2}).on(3, window::full);
const auto b = down(2).on(5);

}  // namespace

TEST_CASE("kron step: two and three axes, longer and shorter, within others too") {
    CHECK(is_its_matrix(kron(a, b)));
    CHECK(is_its_matrix(kron(a, b).T()));
    CHECK(is_its_matrix(kron(kron(b, a), a.T())));
    CHECK(is_its_matrix(kron(a * a.T(), b)));
    CHECK(is_its_matrix(kron(a, b) + kron(a, b)));
}

TEST_CASE("kron step: an axis costs its operations for each line of the others") {
    // b along the last axis of 3 lines, then a along the first of 3.
    CHECK(made_step(kron(a, b)).made->operations() ==
          3 * made_step(b).made->operations() + 3 * made_step(a).made->operations());
    CHECK(made_step(kron(a, b)).made->memory() == 2 * 15);
}
