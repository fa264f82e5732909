#include "plot/drawing/stems.hpp"

#include <doctest/doctest.h>

#include "plot/pictures.hpp"

using namespace noble;
using namespace noble::drawing;
using noble::testing::drawn;
using noble::testing::svg_reader;

namespace {

svg_reader stems_of(const real_taps& taps, bool labelled = false) {
    const auto axis = index_axis_of(taps.front().index, taps.back().index);
    const frame f{0, 0, 400, 100, axis.shown, value_range(taps)};
    canvas out;
    draw_stems(out, f, axis, taps, {.cls = "c0", .labelled = labelled});
    return drawn(out);
}

real_taps ones(index_t count) {
    real_taps taps;
    for (index_t t = 0; t < count; ++t) taps.push_back({t, 1});
    return taps;
}

}  // namespace

TEST_CASE("stems: dots where there is room, lines where taps are close, columns where closer") {
    CHECK(stems_of(ones(10)).with_class("dot").size() == 10);
    CHECK(stems_of(ones(150)).with_class("dot").empty());
    CHECK(stems_of(ones(150)).with_class("c0").size() == 1);
    const auto dense = stems_of(ones(100'000)).with_class("c0");
    REQUIRE(dense.size() == 1);
    CHECK(dense.front().attributes.at("d").size() < 20'000);
}

TEST_CASE("stems: values are written where there is room") {
    CHECK(stems_of({{0, 1}, {1, -2.5}}, true).says("−2.5"));
    CHECK_FALSE(stems_of({{0, 1}, {1, -2.5}}).says("−2.5"));
    CHECK_FALSE(stems_of(ones(60), true).says("1"));
}

TEST_CASE("stems: far indices that lie close together are counted from the first") {
    CHECK(index_axis_of(-5, 5).base == 0);
    CHECK(index_axis_of(-5, 5).unit("t") == "t");
    const auto far = index_axis_of(1'000'000, 1'000'010);
    CHECK(far.base == 1'000'000);
    CHECK(far.unit("t") == "t − 1000000");
    CHECK(far.at(1'000'003) == 3);
    CHECK(index_axis_of(1'000'000, 9'000'000).base == 0);
}

TEST_CASE("stems: the range holds the values and zero") {
    const auto r = value_range({{0, 3}, {1, 5}});
    CHECK(r.low == 0);
    CHECK(r.high >= 5);
    CHECK(value_range({{0, -1}}).low <= -1);
    CHECK(value_range({{0, -1}}).high == 0);
}
