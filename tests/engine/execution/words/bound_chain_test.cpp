#include "engine/execution/words/bound_chain.hpp"

#include <doctest/doctest.h>

#include "noble/error.hpp"

using namespace noble;
using namespace noble::engine;

namespace {

bound_chain<double> bound_chain_of(const op& word, index_t n, const window& w, boundary b) {
    const plan_options options{.method = method::rows};
    plan_report report;
    return {{word, n, w.of(word, n), b, false},
            fused_groups<double>(word, n, options),
            options,
            report};
}

}  // namespace

TEST_CASE("bound chain: tiles cover a window once, in order, and begin on a grid of their own") {
    const auto word = bound_chain_of(conv(taps{1, 2, 1}), 100, window(-7, 90), boundary::zero);
    for (const index_t grain : {1, 3, 8}) {
        for (const index_t size : {grain, 2 * grain, 25 * grain}) {
            const tile_grid grid = word.tiles_of(size, grain);
            CHECK(grid.first % grain == 0);
            index_t next = -7;
            for (index_t i = 0; i < grid.count; ++i) {
                const interval tile = grid.tile(i);
                CHECK(tile.begin == next);
                CHECK(tile.count() > 0);
                CHECK(tile.count() <= size);
                next = tile.end;
            }
            CHECK(next == 83);
        }
    }
    CHECK(bound_chain_of(identity(), 5, window(2, 0), boundary::zero).tiles_of(4, 2).count == 0);
}

TEST_CASE("bound chain: what reading far beyond the signal would throw is thrown beforehand") {
    const index_t far = index_t{1} << 62;
    const auto word = bound_chain_of(delay(far), 5, window(0, 5), boundary::antireflect);
    CHECK_NOTHROW(word.require_inputs(0));
    CHECK_THROWS_AS(word.require_inputs(far), limit_error);
    CHECK_THROWS_AS(require_extension(boundary::smooth, 5, {-far - far, 0}), limit_error);
    CHECK_NOTHROW(require_extension(boundary::zero, 5, {-far, far}));
}
