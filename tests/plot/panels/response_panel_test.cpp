#include <doctest/doctest.h>

#include <algorithm>

#include "noble/parse.hpp"
#include "plot/panels/panels.hpp"
#include "plot/pictures.hpp"

using namespace noble;
using namespace noble::testing;

TEST_CASE("response_panel: the response at half of Nyquist and at zero is what the taps sum to") {
    // |1 + 2z⁻¹ + z⁻²| = 4 cos²(ω/2): 12.04 dB at 0, 6.02 dB at half of Nyquist.
    const svg_reader svg(only(parse("conv([1 2 1])"), picture::response));
    const double at_0 = tick_position(svg, "0", "y", true);
    const double at_10 = tick_position(svg, "10", "y", true);
    const auto decibels = [&](double y) { return 10 * (y + 3.5 - at_0) / (at_10 - at_0); };
    for (const auto& e : svg.with_class("c0")) {
        if (e.name != "polyline") continue;
        const auto points = points_of(e);
        CHECK(decibels(points.front().second) == doctest::Approx(12.04).epsilon(0.01));
        const double half = tick_position(svg, "0.5", "x", false);
        for (std::size_t i = 1; i < points.size(); ++i) {
            if (points[i].first < half || points[i - 1].first >= half) continue;
            const double t = (half - points[i - 1].first) / (points[i].first - points[i - 1].first);
            const double y = points[i - 1].second + t * (points[i].second - points[i - 1].second);
            CHECK(decibels(y) == doctest::Approx(6.02).epsilon(0.02));
        }
        break;
    }
    CHECK(svg.says("group delay (samples)"));
    CHECK(svg.says("frequency (fraction of Nyquist)"));
}

TEST_CASE(
    "response_panel: the response is drawn to the end of the axis, however small a part is shown") {
    const std::pair<const char*, const char*> words_and_last_ticks[] = {
        {"down(100000) * conv([1 2 1])", "90"}, {"conv([1 2 1]) * up(1000000)", "9"}};
    for (const auto& [text, last] : words_and_last_ticks) {
        CAPTURE(text);
        const svg_reader svg(only(parse(text), picture::response));
        const auto curves = svg.with_class("c0");
        const auto curve = std::ranges::find(curves, "polyline", &element::name);
        REQUIRE(curve != curves.end());
        const auto points = points_of(*curve);
        CHECK(points.front().first == doctest::Approx(tick_position(svg, "0", "x", false)));
        CHECK(points.back().first >= tick_position(svg, last, "x", false) - 1);
    }
}

TEST_CASE("response_panel: images and aliases are named, and a rate makes frequencies Hz") {
    plot_options options;
    options.pictures = {picture::response};
    const svg_reader resampler(plot(parse("down(2) * conv([1 2 1]) * up(3)"), options));
    for (const char* name : {"band", "image 1", "kept", "alias 1", "at 3 × the input's rate"}) {
        CHECK(resampler.says(name));
    }
    options.rate = 48000;
    CHECK(svg_reader(plot(parse("conv([1 2 1])"), options)).says("frequency (kHz)"));
    options.rate = 2.5e10;
    CHECK(svg_reader(plot(parse("conv([1 2 1])"), options)).says("frequency (GHz)"));
    options.phase = true;
    CHECK(svg_reader(plot(parse("conv([1 2 1])"), options)).says("phase (degrees)"));
}

TEST_CASE("response_panel: the zero operator, and magnitudes beyond double, have none") {
    CHECK(drawn(drawing::response_panel({}, {}, false)).says("None: the zero operator."));
    drawing::numeric_filter huge;
    for (index_t t = 0; t < 200; ++t) huge.taps.push_back({t * (index_t{1} << 40), 1e307});
    CHECK(drawn(drawing::response_panel({{huge}, 1}, {}, false))
              .says("Its magnitude exceeds the range of double."));
}
