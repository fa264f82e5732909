#include "plot/drawing/panel.hpp"

#include <doctest/doctest.h>

#include "plot/pictures.hpp"

using namespace noble::drawing;
using noble::testing::misplaced_text;
using noble::testing::svg_reader;
namespace testing = noble::testing;

TEST_CASE("panel: a page is as wide as its widest panel, and holds them below one another") {
    const auto dot = [](canvas& out) { out.circle(0, 0, 1, "dot"); };
    const svg_reader svg(written(
        {"word", "subtitle", {{"first", "note", 720, 50, dot}, {"second", "", 900, 70, dot}}}));
    const auto dots = svg.with_class("dot");
    REQUIRE(dots.size() == 2);
    CHECK(dots[1].number("cy") > dots[0].number("cy") + 50);
    CHECK(svg.elements().front().number("width") == 900 + 2 * page_margin);
    CHECK(svg.elements().front().number("height") >= dots[1].number("cy") + 70);
    for (const char* text : {"word", "subtitle", "first", "note", "second"}) CHECK(svg.says(text));
    CHECK(misplaced_text(svg).value_or("") == "");
}

TEST_CASE("panel: a message is text, in as many lines as it takes") {
    const auto p = message("None", std::string(90, 'x') + ' ' + std::string(90, 'y'));
    CHECK(p.heading == "None");
    CHECK(p.height > 15);
    CHECK(message("None", "short").height == 15);
    CHECK(testing::drawn(message("None", "short")).says("short"));
}

TEST_CASE("panel: rules that are made while drawing are in the style sheet") {
    bool is_drawn = false;
    const page p{"w", "", {{"", "", 720, 1, [&](canvas&) { is_drawn = true; }}}, "mark", [&] {
                     return is_drawn ? std::string(".late{}") : std::string(".early{}");
                 }};
    const std::string text = written(p);
    CHECK(text.find(".late{}") != std::string::npos);
    CHECK(text.find("class=\"noble mark\"") != std::string::npos);
}
