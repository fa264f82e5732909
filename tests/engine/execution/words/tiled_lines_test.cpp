#include "engine/execution/words/tiled_lines.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <vector>

#include "engine/execution/words/way_cases.hpp"

using namespace noble;
using namespace noble::testing;
using engine::tiled_lines;

namespace {

// So long that a window is many tiles.
constexpr index_t many = 60'000;

plan_options by(method m, grouping groups = grouping::fused) {
    return {.method = m, .groups = groups};
}

const op word = down(2) * conv(taps{1, -2, 3, 4}) * up(3) * conv(taps{2, 1});

}  // namespace

TEST_CASE("tiled lines: lines of any arrangement, in place or by y ← αAx + βy") {
    const bound_case a(word, 40, window(-3, 70), boundary::reflect, by(method::lanes));
    const tiled_lines<double> way(a.chain);
    for (const arrangement& lie : {arrangement{1}, arrangement{4}, arrangement{3, false, 2},
                                   arrangement{5, true}, arrangement{2, true, 1}}) {
        CHECK(runs_as_stated(way, a.map, lie));
        CHECK(runs_as_stated(way, a.map, lie, {2, -1}));
        CHECK(runs_as_stated(way, a.map, lie, {1, 1}, 2));
    }
}

TEST_CASE("tiled lines: a window of many tiles, of one group and of several, shared by threads") {
    for (const grouping groups : {grouping::fused, grouping::written}) {
        for (const method m : {method::rows, method::lanes}) {
            const bound_case a(word, many, window(-5, 3 * many / 2), boundary::edge, by(m, groups));
            const tiled_lines<double> way(a.chain);
            REQUIRE(a.chain.groups->size() == (groups == grouping::fused ? 1 : 4));
            REQUIRE(a.map.outputs.count() > 2 * a.chain.groups->task());
            for (const int threads : {1, 2, 3}) {
                INFO(to_string(groups), ", ", to_string(m), ", threads ", threads);
                CHECK(runs_as_stated(way, a.map, {2}, {}, threads));
                CHECK(runs_as_stated(way, a.map, {1, false, 1}, {3, 2}, threads));
            }
        }
    }
}

TEST_CASE("tiled lines: outputs beyond the caches are the same, stored past them") {
    constexpr index_t most = (index_t{1} << 24) / sizeof(double);
    const bound_case a(conv(taps{1, 2}), most + 3, window::same, boundary::zero, by(method::flow));
    CHECK(runs_as_stated(tiled_lines<double>(a.chain), a.map, {1}));
}
