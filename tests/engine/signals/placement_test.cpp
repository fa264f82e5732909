#include "engine/signals/placement.hpp"

#include <doctest/doctest.h>

#include "noble/error.hpp"

using namespace noble;
using namespace noble::engine;

namespace {

const auto halves = down(2).on(6);                              // 3 x 6
const auto both = kron(down(2).on(4), conv(taps{1, 1}).on(5));  // (2, 6) x (4, 5)

}  // namespace

TEST_CASE("placement: one axis changes its length, counted from the end where negative") {
    const extents in{7, 6, 2};
    const auto at = place_inputs(halves, in, -2);
    CHECK(at.first == 1);
    CHECK(at.last == 1);
    CHECK(shape_of_outputs(halves, in, at) == extents{7, 3, 2});
    CHECK(is_shape_of_outputs(halves, in, at, {7, 3, 2}));
    CHECK_FALSE(is_shape_of_outputs(halves, in, at, {7, 2, 3}));
}

TEST_CASE("placement: two axes that end at one, or that one alone where it holds both flattened") {
    const extents in{9, 4, 5};
    const auto at = place_inputs(both, in, -1);
    CHECK(at.first == 1);
    CHECK(shape_of_outputs(both, in, at) == extents{9, 2, 6});
    const auto flat = place_inputs(both, {9, 20}, 1);
    CHECK(flat.first == 1);
    CHECK(shape_of_outputs(both, {9, 20}, flat) == extents{9, 12});
    CHECK_THROWS_AS(place_inputs(both, {9, 21}, 1), shape_error);
    CHECK_THROWS_AS(place_inputs(halves, in, 3), shape_error);
}

TEST_CASE("placement: several axes make a line only where they are contiguous") {
    std::vector<double> data(200);
    const strided_array<double> tight{data.data(), {3, 4, 5}, {20, 5, 1}};
    const auto found = lines_of(tight, {1, 2});
    REQUIRE(found);
    CHECK(found->length == 20);
    CHECK(found->count() == 3);
    const strided_array<double> loose{data.data(), {3, 4, 5}, {40, 10, 1}};
    CHECK_FALSE(lines_of(loose, {1, 2}));
    CHECK(lines_of(loose, {1, 1})->stride == 10);
}
