#include <doctest/doctest.h>

#include "engine/execution/steps/step_cases.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

const auto filter_map = conv(taps{1, 2}).on(3, window::full);
const auto decimator_map = down(2).on(5);

}  // namespace

TEST_CASE("kron step: two and three axes, longer and shorter, within others too") {
    CHECK(is_its_matrix(kron(filter_map, decimator_map)));
    CHECK(is_its_matrix(kron(filter_map, decimator_map).T()));
    CHECK(is_its_matrix(kron(kron(decimator_map, filter_map), filter_map.T())));
    CHECK(is_its_matrix(kron(filter_map * filter_map.T(), decimator_map)));
    CHECK(is_its_matrix(kron(filter_map, decimator_map) + kron(filter_map, decimator_map)));
}

TEST_CASE("kron step: an axis costs its operations for each line of the others") {
    // b along the last axis of 3 lines, then a along the first of 3.
    CHECK(made_step(kron(filter_map, decimator_map)).made->operations() ==
          3 * made_step(decimator_map).made->operations() +
              3 * made_step(filter_map).made->operations());
    CHECK(made_step(kron(filter_map, decimator_map)).made->memory() == 2 * 15);
}
