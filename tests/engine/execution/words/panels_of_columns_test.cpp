#include "engine/execution/words/panels_of_columns.hpp"

#include <doctest/doctest.h>

#include "engine/execution/words/way_cases.hpp"

using namespace noble;
using namespace noble::testing;
using engine::panels_of_columns;

namespace {

constexpr plan_options fused{.method = method::lanes, .groups = grouping::fused};

struct panels {
    panels(const op& word, index_t n, const window& w, boundary b)
        : bound(word, n, w, b, fused),
          way(bound.chain, bound.groups.front().form, default_instruction_set()),
          panel(engine::lane_runner<double>(bound.groups.front().form, default_instruction_set())
                    .panel()) {}

    bound_case bound;
    panels_of_columns<double> way;
    index_t panel;
};

/// A stage for which this method was chosen, and what lanes were predicted to cost beside its 1.
plan_stage stage(method chosen, double lanes) {
    plan_stage result;
    result.chosen = {chosen, instruction_set::plain, 1, {}};
    result.others = {{method::rows, instruction_set::plain, 9, {}},
                     {method::lanes, instruction_set::plain, lanes, {}}};
    return result;
}

}  // namespace

TEST_CASE("panels of columns: of any width, windows of many tiles, in place or αAx + βy") {
    for (const op& word : {conv(taps{1, -2, 3}), down(3) * conv(taps{1, 2, 3, 4}) * up(2)}) {
        const panels p(word, 3000, window(-4, 2000), boundary::reflect);
        for (const index_t width : {p.panel, p.panel + 1, 3 * p.panel - 1}) {
            for (const index_t gap : {0, 3}) {
                INFO(to_string(word), ", ", width, " columns, gap ", gap);
                CHECK(runs_as_stated(p.way, p.bound.map, {width, true, gap}));
                CHECK(runs_as_stated(p.way, p.bound.map, {width, true, gap}, {2, -3}, 2));
            }
        }
    }
}

TEST_CASE("panels of columns: takes lines side by side in both arrays, as many as fill a vector") {
    const panels p(conv(taps{1, 2, 3}), 8, window::same, boundary::zero);
    const auto takes = [&](const arrangement& x, const arrangement& y) {
        const double in = 0;
        double out = 0;
        return p.way.takes(x.of(&in, 8), y.of(&out, 8), {});
    };
    const arrangement beside{p.panel, true};
    CHECK(takes(beside, beside));
    CHECK(takes(beside, {p.panel, true, 5}));
    CHECK_FALSE(takes({p.panel - 1, true}, {p.panel - 1, true}));
    CHECK_FALSE(takes({p.panel}, beside));
    CHECK_FALSE(takes(beside, {p.panel}));
    CHECK_FALSE(takes(beside, {p.panel, false, 1}));
    CHECK_FALSE(takes({1}, {1}));
}

TEST_CASE("panels of columns: worth it up to four times what transforms of each cost") {
    const auto groups = bound_case(conv(taps{1, 2}), 8, window::same, boundary::zero, fused).groups;
    const auto applies = [&](const plan_stage& s, bool endless = false) {
        return panels_of_columns<double>::applies(groups, s, {.endless = endless});
    };
    CHECK(applies(stage(method::flow, 100)));
    CHECK(applies(stage(method::fft, 4)));
    CHECK_FALSE(applies(stage(method::fft, 4.1)));
    CHECK(applies(stage(method::lanes, 100), true));
    CHECK_FALSE(applies(stage(method::flow, 1), true));
    auto two = groups;
    two.push_back(groups.front());
    CHECK_FALSE(panels_of_columns<double>::applies(two, stage(method::flow, 1), {}));
}
