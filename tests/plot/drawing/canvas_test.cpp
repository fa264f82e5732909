#include "plot/drawing/canvas.hpp"

#include <doctest/doctest.h>

#include "plot/pictures.hpp"

using namespace noble;
using namespace noble::drawing;
using noble::testing::drawn;

TEST_CASE("canvas: the origin moves for as long as a part is drawn") {
    canvas out;
    out.moved(10, 20, [](canvas& at) {
        at.moved(1, 2, [](canvas& inner) { inner.circle(0, 0, 3, "dot"); });
        at.circle(0, 0, 3, "dot");
    });
    out.circle(0, 0, 3, "dot");
    const auto dots = drawn(out).with_class("dot");
    REQUIRE(dots.size() == 3);
    CHECK(dots[0].number("cx") == 11);
    CHECK(dots[0].number("cy") == 22);
    CHECK(dots[1].number("cx") == 10);
    CHECK(dots[2].number("cy") == 0);
}

TEST_CASE("canvas: text is escaped, and none is no element") {
    canvas out;
    out.text(1, 2, "");
    CHECK(out.body().empty());
    out.text(1, 2, "a < b", {9, "mut", anchor::end, face::mono});
    const auto svg = drawn(out);
    CHECK(svg.says("a < b"));
    for (const char* cls : {"f9", "mut", "end", "mono"}) CHECK(svg.with_class(cls).size() == 1);
}

TEST_CASE("canvas: shapes have the coordinates that they are given, in two decimals") {
    canvas out;
    out.rect(1.234, 2, 3, 4, "box", 5, "a & b");
    out.line(0, 1, 2, 3, "wire");
    out.polygon({{0, 0}, {1.5, 2}}, "tip");
    CHECK(out.body() ==
          "<rect x=\"1.23\" y=\"2\" width=\"3\" height=\"4\" rx=\"5\" class=\"box\"><title>a "
          "&amp; b</title></rect>\n<path class=\"wire\" d=\"M0 1L2 3\"/>\n<polygon class=\"tip\" "
          "points=\"0,0 1.5,2\"/>\n");
}
