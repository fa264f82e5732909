#include "engine/execution/word_runner.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "engine/execution/words/way_cases.hpp"
#include "noble/error.hpp"

using namespace noble;
using namespace noble::testing;
using engine::word_runner;

namespace {

map_node::bound_word bound(const op& word, index_t n, const window& w, boundary b,
                           bool transposed = false) {
    return {word, n, w.of(word, n), b, transposed};
}

/// Whether arrays that each way is made for, and others, are the sums of the word.
bool runs_all_arrangements(const map_node::bound_word& a, const plan_options& options) {
    plan_report report;
    const word_runner<double> runner(a, options, report);
    for (const arrangement& lie : {arrangement{1}, arrangement{3}, arrangement{1, false, 2},
                                   arrangement{2, true}, arrangement{21, true}}) {
        if (!runs_as_stated(runner, a, lie) || !runs_as_stated(runner, a, lie, {2, -1}, 2)) {
            return false;
        }
    }
    return true;
}

}  // namespace

TEST_CASE("word runner: arrays of any arrangement, there and back, within its scratch memory") {
    for (const op& word : {conv(taps{1, -2, 3}), down(2) * conv(taps{1, 2, 3, 4}) * up(3)}) {
        for (const method m : {method::lanes, method::rows}) {
            for (const boundary b : {boundary::zero, boundary::symmetric}) {
                for (const bool transposed : {false, true}) {
                    INFO(to_string(word), ", ", to_string(m), ", ", b, ", transposed ", transposed);
                    const auto a = bound(word, 30, window(-3, 50), b, transposed);
                    CHECK(runs_all_arrangements(a, {.method = m}));
                    CHECK(runs_all_arrangements(a, {.method = m, .groups = grouping::written}));
                }
            }
        }
    }
    CHECK(runs_all_arrangements(bound(conv(taps{1, 2}), 9000, window::full, boundary::edge), {}));
}

TEST_CASE(
    "word runner: a line costs the multiplications of its outputs, the transpose of its own") {
    const auto operations = [](const map_node::bound_word& a) {
        plan_report report;
        return word_runner<double>(a, {.method = method::rows}, report).operations();
    };
    const op word = down(2) * conv(taps{1, 2, 3});
    CHECK(operations(bound(word, 30, window(0, 10), boundary::edge)) == 10 * 3);
    // 30 outputs with 2 taps or 1, in turn.
    CHECK(operations(bound(word, 30, window(0, 10), boundary::zero, true)) == 30 * 1.5);
}

TEST_CASE("word runner: inputs beyond all indices are refused before anything runs") {
    const auto make = [](const plan_options& options, index_t begin) {
        plan_report report;
        const op word = conv(taps{1, 2}) * conv(taps{1, 2, 3});
        word_runner<double>(bound(word, 5, window(begin, 3), boundary::antireflect), options,
                            report);
    };
    constexpr index_t end = std::numeric_limits<index_t>::max();
    // Columns, a way of fused words only, read more than the word does: whole periods, as many in
    // each.
    constexpr plan_options fused{.method = method::rows, .groups = grouping::fused};
    CHECK_THROWS_AS(make(fused, end - 100), limit_error);
    CHECK_NOTHROW(make(fused, end - (1 << 20)));
    constexpr plan_options written{.method = method::rows, .groups = grouping::written};
    CHECK_NOTHROW(make(written, end - 100));
}
