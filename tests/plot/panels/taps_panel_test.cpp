#include <doctest/doctest.h>

#include <array>

#include "noble/parse.hpp"
#include "plot/panels/panels.hpp"
#include "plot/pictures.hpp"

using namespace noble;
using namespace noble::testing;

TEST_CASE("taps_panel: a stem for each tap, as high as its value says") {
    const svg_reader svg(only(parse("conv([1 -2 3]@1)"), picture::stems));
    const auto dots = svg.with_class("dot");
    REQUIRE(dots.size() == 3);
    const double zero = tick_position(svg, "0", "y", true);
    const double two = tick_position(svg, "2", "y", true);
    const double unit = (two - zero) / 2;
    const double base = zero - 3.5;  // where the label of 0 has its line
    const std::array values{1.0, -2.0, 3.0};
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(dots[i].number("cy") == doctest::Approx(base + values.at(i) * unit).epsilon(0.001));
        const std::string index = std::to_string(static_cast<int>(i) - 1);
        CHECK(
            dots[i].number("cx") ==
            doctest::Approx(tick_position(svg, i == 0 ? "−1" : index, "x", false)).epsilon(0.001));
    }
}

TEST_CASE("taps_panel: complex taps are two rows, and a rate is that of the filter") {
    const svg_reader svg(only(parse("conv([1 2i])"), picture::stems));
    CHECK(svg.says("real part"));
    CHECK(svg.says("imaginary part"));
    drawing::filter_list filters{{{"", 3, 1, {{0, 1.0}}}}, 1};
    CHECK(drawn(drawing::taps_panel(filters, 8000))
              .says("t (samples at 3 × the input's rate, 24 kHz)"));
}

TEST_CASE("taps_panel: filters that are left out are counted") {
    drawing::filter_list filters{{{"r = 0", 1, 1, {{0, 1.0}}}}, 12};
    CHECK(drawing::taps_panel(filters, {}).note == "Of each filter; the first 1 of 12");
    CHECK(drawing::taps_panel({}, {}).note.empty());
}
