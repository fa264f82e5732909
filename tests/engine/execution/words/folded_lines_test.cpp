#include "engine/execution/words/folded_lines.hpp"

#include <doctest/doctest.h>

#include "engine/execution/words/way_cases.hpp"

using namespace noble;
using namespace noble::testing;
using engine::folded_lines;

namespace {

constexpr plan_options written{.method = method::rows, .groups = grouping::written};

// Of 9 samples all weights of a line are eighths.
constexpr index_t n = 9;

/// The transpose of a bound word on these lines.
bool folds_as_stated(const op& word, const window& w, boundary b, const arrangement& lie,
                     const engine::update<double>& by = {}, int threads = 1) {
    const bound_case a(word, n, w, b, written, true);
    return runs_as_stated(folded_lines<double>(a.chain, a.map, a.groups), a.map, lie, by, threads);
}

}  // namespace

TEST_CASE("folded lines: what lies outside returns by the transposed extension, of any boundary") {
    for (const boundary b : boundaries) {
        CAPTURE(b);
        for (const op& word : {conv(taps{1, 2, 3, 4, 5}), down(2) * conv(taps{1, -1, 2}),
                               conv(taps{1, 2, 3}) * up(3, 1), delay(20) + identity()}) {
            for (const window& w : {window::full, window::same, window(-7, 30), window(4, 2)}) {
                CHECK(folds_as_stated(word, w, b, {1}));
            }
        }
    }
}

TEST_CASE("folded lines: y ← αAx + βy on lines of any arrangement, also where nothing is read") {
    for (const arrangement& lie :
         {arrangement{3}, arrangement{2, false, 2}, arrangement{4, true}}) {
        for (const op& word : {conv(taps{1, 2, 3}), 0 * conv(taps{1, 2})}) {
            CHECK(folds_as_stated(word, window(-2, 12), boundary::reflect, lie, {2, -1}));
            CHECK(folds_as_stated(word, window(-2, 12), boundary::edge, lie, {-1, 0}, 2));
        }
    }
}

TEST_CASE("folded lines: of taps far apart, what lies between is passed over") {
    constexpr plan_options fused{.method = method::rows, .groups = grouping::fused};
    const op echo = identity() + 2 * delay(index_t{1} << 50);
    for (const boundary b : {boundary::edge, boundary::periodic, boundary::antisymmetric}) {
        const bound_case a(echo, n, window(-1, 6), b, fused, true);
        CHECK(runs_as_stated(folded_lines<double>(a.chain, a.map, a.groups), a.map, {1}));
    }
}
