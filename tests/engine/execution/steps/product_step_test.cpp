#include <doctest/doctest.h>

#include "engine/execution/steps/step_cases.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

const auto widening = conv(taps{1, 2}).on(4, window::full);
const auto narrowing = (down(2) * conv(taps{1, 2, 3})).on(5);

}  // namespace

TEST_CASE("product step: factors act from the last to the first, two, three or four") {
    CHECK(is_its_matrix(narrowing * widening));
    CHECK(is_its_matrix(widening.T() * narrowing.T()));
    CHECK(is_its_matrix(narrowing * widening * widening.T()));
    CHECK(is_its_matrix(narrowing * widening * widening.T() * widening));
}

TEST_CASE("product step: memory for two of what lies between factors, and operations of all") {
    const made_step made(narrowing * widening * widening.T());
    CHECK(made.made->memory() == 2 * 5);
    CHECK(made.made->operations() == made_step(widening).made->operations() +
                                         made_step(widening.T()).made->operations() +
                                         made_step(narrowing).made->operations());
}
