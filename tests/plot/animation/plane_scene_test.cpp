#include "plot/animation/plane_scene.hpp"

#include <doctest/doctest.h>

using namespace noble;
using namespace noble::drawing;

namespace {

std::optional<plane_scene<exact>> scene(const op2d& word, index_t rows, index_t cols) {
    return scene_of(word, motion_of<exact>(word), {rows, cols}, {});
}

}  // namespace

TEST_CASE("plane_scene: one kernel of all products where both axes are one filter each") {
    const auto s = scene(kron(conv({1, 2}), conv({1, 2, 3}) * up(2)), 3, 4);
    REQUIRE(s);
    CHECK(s->rows.outputs.count() == 4);
    CHECK(s->cols.spacing == 2);
    REQUIRE(s->kernels.size() == 1);
    CHECK(s->kernels.front().size() == 6);
    CHECK(s->rows.positions.begin == -1);
}

TEST_CASE("plane_scene: a kernel for each pair of phases") {
    const auto s = scene(kron(up(2) * down(2), identity()), 4, 3);
    REQUIRE(s);
    CHECK(s->kernels.size() == 2);
    CHECK(s->phase(0, 0) != s->phase(1, 0));
    CHECK(s->phase(0, 0) == s->phase(2, 1));
}

TEST_CASE("plane_scene: too many outputs along an axis, or too many samples, are none") {
    CHECK(scene(kron(identity(), identity()), 16, 16));
    CHECK_FALSE(scene(kron(identity(), identity()), 17, 2));
    CHECK_FALSE(scene(kron(down(2), identity()), 27, 2));
    CHECK_FALSE(scene(kron(up(7) * down(7), up(7) * down(7)), 2, 2));
}
