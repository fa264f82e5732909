#include <doctest/doctest.h>

#include "noble/parse.hpp"
#include "plot/animation/stages.hpp"
#include "plot/pictures.hpp"

using namespace noble;
using namespace noble::drawing;
using noble::testing::drawn;
using noble::testing::svg_reader;

namespace {

svg_reader played(const char* text, index_t n) {
    const op word = parse(text);
    const auto motion = motion_of(std::vector{canonical_form<exact>(word)});
    const auto scene = scene_of(motion, word, n, {});
    REQUIRE(scene);
    timeline time("mark", static_cast<std::size_t>(scene->outputs.count()), 1, 0);
    return drawn(moving_panel(*scene, sparse_matrix<exact>(word.on(n)), time));
}

}  // namespace

TEST_CASE("line_stage: each output appears, with its equation at its step") {
    const auto svg = played("conv([1 2])", 3);
    CHECK(svg.with_class("done").size() == 4);
    CHECK(svg.with_class("step").size() == 4);
    CHECK(svg.says("y1 = 2·x0 + x1"));
}

TEST_CASE("line_stage: inserted zeros and what lies outside are shown") {
    const auto svg = played("conv([1 2 3]) * up(2)", 3);
    CHECK(svg.with_class("tint").size() == 3);
    CHECK_FALSE(svg.with_class("ghost").empty());
}

TEST_CASE("line_stage: one kernel glides, the kernels of phases jump") {
    CHECK(played("conv([1 2])", 3).with_class("lit").size() == 2);
    CHECK(played("up(2) * conv([1 2]) * down(2) + delay(3)", 3).with_class("lit").size() > 2);
}
