#include "plot/animation/line_scene.hpp"

#include <doctest/doctest.h>

#include "noble/parse.hpp"

using namespace noble;
using namespace noble::drawing;

namespace {

std::optional<line_scene<exact>> scene(const char* text, index_t n) {
    const op word = parse(text);
    return scene_of(motion_of(std::vector{canonical_form<exact>(word)}), word, n, {});
}

}  // namespace

TEST_CASE("line_scene: positions are those that the signal or a kernel covers") {
    const auto s = scene("conv([1 2 3]) * up(2)", 3);
    REQUIRE(s);
    CHECK(s->outputs.count() == 8);
    CHECK(s->positions.begin == -2);
    CHECK(s->positions.end == 8);
    CHECK(s->one_kernel());
}

TEST_CASE("line_scene: an output stands below its position, or as near as its taps come") {
    const auto near = scene("conv([1 2 3]@1)", 3);
    REQUIRE(near);
    CHECK(near->output_position(1) == 1);
    const auto late = scene("delay(2)", 3);
    REQUIRE(late);
    CHECK(late->output_position(2) == 0);
}

TEST_CASE("line_scene: a word of several phases has as many kernels") {
    const auto s = scene("up(2) * conv([1 2]) * down(2) + delay(3)", 3);
    REQUIRE(s);
    CHECK_FALSE(s->one_kernel());
    CHECK(s->taps(0).size() != s->taps(1).size());
}

TEST_CASE("line_scene: more than 64 samples, outputs or positions are too many") {
    CHECK(scene("id", 64));
    CHECK_FALSE(scene("id", 65));
    CHECK_FALSE(scene("up(3)", 40));
    CHECK(has_small_kernels(canonical_form<exact>(parse("conv(box(1500))"))));
    CHECK_FALSE(has_small_kernels(canonical_form<exact>(parse("conv(box(1501))"))));
}
