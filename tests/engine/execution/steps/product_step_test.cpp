#include <doctest/doctest.h>

#include "engine/execution/steps/step_cases.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

const auto a = conv(taps{1, 2}).on(4, window::full);
const auto b = (down(2) * conv(taps{1, 2, 3})).on(5);

}  // namespace

TEST_CASE("product step: factors act from the last to the first, two, three or four") {
    CHECK(is_its_matrix(b * a));
    CHECK(is_its_matrix(a.T() * b.T()));
    CHECK(is_its_matrix(b * a * a.T()));
    CHECK(is_its_matrix(b * a * a.T() * a));
}

TEST_CASE("product step: memory for two of what lies between factors, and operations of all") {
    const made_step made(b * a * a.T());
    CHECK(made.made->memory() == 2 * 5);
    CHECK(made.made->operations() == made_step(a).made->operations() +
                                         made_step(a.T()).made->operations() +
                                         made_step(b).made->operations());
}
