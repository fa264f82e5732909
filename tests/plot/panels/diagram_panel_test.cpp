#include <doctest/doctest.h>

#include "noble/parse.hpp"
#include "plot/panels/panels.hpp"
#include "plot/pictures.hpp"

using namespace noble;
using namespace noble::testing;

TEST_CASE("diagram_panel: the last factor comes first, and phases are named") {
    const auto svg = drawn(drawing::diagram_panel(parse("down(3, 1) * delay(2) * up(2)")));
    double up = 0;
    double down = 0;
    for (const auto& box : svg.boxes()) {
        if (box.text == "↑2") up = box.left;
        if (box.text == "↓3") down = box.left;
    }
    CHECK(up > 0);
    CHECK(up < down);
    CHECK(svg.says("z⁻²"));
    CHECK(svg.says("phase 1"));
}

TEST_CASE("diagram_panel: long chains and wide sums show how many blocks they leave out") {
    std::vector<op> words(40, parse("delay(1)"));
    CHECK(drawn(drawing::diagram_panel(product_of(words))).says("29 more"));
    CHECK(drawn(drawing::diagram_panel(sum_of(words))).says("29 more"));
    CHECK(drawn(drawing::diagram_panel(column(words))).says("⋮ 29 more"));
}

TEST_CASE("diagram_panel: axes and channels are named") {
    const auto plane = drawn(drawing::diagram_panel(kron(down(2), up(2))));
    CHECK(plane.says("along axis 0"));
    CHECK(plane.says("along axis 1"));
    const auto grid = drawn(drawing::diagram_panel(bank(2, 2, std::vector<op>(4, identity()))));
    for (const char* name : {"x0", "x1", "y0", "y1"}) CHECK(grid.says(name));
}
