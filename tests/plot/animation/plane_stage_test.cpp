#include <doctest/doctest.h>

#include "plot/animation/stages.hpp"
#include "plot/pictures.hpp"

using namespace noble;
using namespace noble::drawing;
using noble::testing::drawn;

namespace {

panel played(const op2d& word, timeline& time) {
    const auto scene = scene_of(word, motion_of<exact>(word), {3, 2}, {});
    REQUIRE(scene);
    return moving_panel(*scene, time);
}

}  // namespace

TEST_CASE("plane_stage: samples, inserted zeros, and an output for each step") {
    timeline time("mark", 16, 1, 8);
    const auto svg = drawn(played(kron(conv({1, 2}), up(2)), time));
    CHECK(svg.with_class("sample").size() == 6);
    CHECK(svg.with_class("done").size() == 16);
    CHECK(svg.with_class("step").size() == 16);
    CHECK(svg.says("input 3 × 2"));
    CHECK(svg.says("output 4 × 4"));
}

TEST_CASE("plane_stage: the note is that of both axes") {
    timeline time("mark", 16, 1, 8);
    CHECK(played(kron(conv({1, 2}), up(2)), time).note ==
          "Axis 0: the taps move on by 1 position for each output. Axis 1: ↑ puts 1 zero between "
          "samples; the taps move on by 1 position for each output");
}
