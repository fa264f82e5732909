#include "plot/panels/diagram.hpp"

#include <doctest/doctest.h>

#include "plot/pictures.hpp"

namespace noble::drawing {
namespace {

using testing::drawn;
using testing::svg_reader;

svg_reader shown(const block& b) {
    canvas out;
    b.draw(out);
    return drawn(out);
}

}  // namespace

TEST_CASE("diagram: blocks of a chain stand side by side, with arrows between") {
    const block one = box("a", "", false);
    const block two = chain({one, one});
    CHECK(two.width > 2 * one.width);
    CHECK(two.above == one.above);
    CHECK(shown(two).with_class("tip").size() == 1);
    CHECK(shown(chain({one, wire(10)})).with_class("tip").empty());
}

TEST_CASE("diagram: parallel branches have the room of all, between a split and an adder") {
    const block one = box("a", "", false);
    const block three = parallel({one, one, one});
    CHECK(three.above + three.below >= 3 * (one.above + one.below));
    const auto svg = shown(three);
    CHECK(svg.with_class("box").size() == 4);  // three blocks and the adder
    CHECK(fan_out({one, one}).width < parallel({one, one}).width);
    CHECK(shown(fan_in({one, one})).with_class("box").size() == 3);
}

TEST_CASE("diagram: a resampler is tinted, a filter shows its stems, a gain its value") {
    CHECK(shown(box("↓2", "phase 1", true)).with_class("tint").size() == 1);
    CHECK(shown(box("↓2", "phase 1", true)).says("phase 1"));
    CHECK(shown(filter_box({0.5, -1, 1}, "q")).with_class("c0").size() == 1);
    CHECK(shown(filter_box({}, "q")).with_class("c0").empty());
    CHECK(shown(gain("2")).says("2"));
}

TEST_CASE("diagram: stacked blocks do not touch, a frame surrounds its block") {
    const block one = terminal("x");
    const block both = stacked({one, one});
    CHECK(both.above + both.below > 2 * (one.above + one.below));
    CHECK(framed(one, "axis 0").width > one.width);
    CHECK(shown(framed(one, "axis 0")).with_class("ghost").size() == 1);
}

}  // namespace noble::drawing
