#include "plot/drawing/frame.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "plot/pictures.hpp"

using namespace noble;
using namespace noble::drawing;
using noble::testing::drawn;

namespace {

constexpr frame unit_frame{0, 0, 100, 50, {0, 10}, {-1, 1}};

std::vector<point> line(int count, double (*y)(double)) {
    std::vector<point> points;
    for (int i = 0; i <= count; ++i) {
        const double x = 10.0 * i / count;
        points.push_back({x, y(x)});
    }
    return points;
}

std::size_t pieces_of(const std::vector<point>& points, const curve_style& style) {
    canvas out;
    draw_curve(out, unit_frame, points, style);
    return drawn(out).with_class("ln").size();
}

}  // namespace

TEST_CASE("frame: values lie where the axes say, y upwards") {
    CHECK(unit_frame.at_x(0) == 0);
    CHECK(unit_frame.at_x(10) == 100);
    CHECK(unit_frame.at_y(1) == 0);
    CHECK(unit_frame.at_y(-1) == 50);
}

TEST_CASE("frame: points on a straight line are dropped, corners are kept") {
    const std::vector<point> corner{{0, 0}, {1, 1}, {2, 2}, {3, 1}, {4, 0}};
    const auto kept = simplified(corner, 0.01);
    REQUIRE(kept.size() == 3);
    CHECK(kept[1].x == 2);
    CHECK(simplified(corner, 10).size() == 2);
    CHECK(simplified({{0, 0}, {1, 5}}, 10).size() == 2);
}

TEST_CASE("frame: a curve is broken by NaN, by what lies below, and by jumps") {
    const auto smooth = [](double) { return 0.0; };
    CHECK(pieces_of(line(100, smooth), {.cls = "c0"}) == 1);
    CHECK(pieces_of(line(100, [](double x) { return x > 4 && x < 6 ? std::nan("") : 0; }),
                    {.cls = "c0"}) == 2);
    CHECK(pieces_of(line(100, [](double x) { return x > 4 && x < 6 ? -9.0 : 0.0; }),
                    {.cls = "c0"}) == 2);
    const auto step = [](double x) { return x < 5 ? -0.9 : 0.9; };
    CHECK(pieces_of(line(100, step), {.cls = "c0"}) == 1);
    CHECK(pieces_of(line(100, step), {.cls = "c0", .jump = 1}) == 2);
}

TEST_CASE("frame: where points are denser than columns, the least and the greatest are drawn") {
    auto points = line(100'000, [](double) { return 0.0; });
    points[50'000].y = 0.8;
    points[50'001].y = -0.8;
    canvas out;
    draw_curve(out, unit_frame, points, {.cls = "c0"});
    const auto shown = testing::points_of(drawn(out).with_class("c0").front());
    const auto [low, high] = std::ranges::minmax(shown, {}, &std::pair<double, double>::second);
    CHECK(low.second == doctest::Approx(unit_frame.at_y(0.8)));
    CHECK(high.second == doctest::Approx(unit_frame.at_y(-0.8)));
    CHECK(shown.size() < 400);
}

TEST_CASE("frame: axes have their unit, and a tick at each label") {
    canvas out;
    draw_y_axis(out, unit_frame, "magnitude (dB)");
    draw_x_axis(out, unit_frame, "time");
    const auto svg = drawn(out);
    CHECK(svg.says("magnitude (dB)"));
    CHECK(svg.says("time"));
    CHECK(testing::tick_position(svg, "10", "x", false) == 100);
    CHECK(testing::tick_position(svg, "0", "x", false) == 0);
}
