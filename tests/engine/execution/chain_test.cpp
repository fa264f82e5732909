#include "engine/execution/chain.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <vector>

#include "engine/methods/runner_cases.hpp"
#include "noble/error.hpp"
#include "support/memory.hpp"

using namespace noble;
using namespace noble::engine;
using namespace noble::testing;

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

plan_options written(method m) { return {.method = m, .groups = grouping::written}; }

chain<double> chain_of(const op& word, const plan_options& options) {
    plan_report report;
    return {fused_groups<double>(word, 1000, options), 1000, options, report, 2};
}

/// Whether a pass, asked for one interval of outputs after another, gives the fused word's sums.
bool passes_as_fused(const op& word, method m, int threads, const extended_input<double>& x) {
    const auto form = form_of<double>(word);
    const auto groups = chain_of(word, written(m));
    const aligned_memory<double> memory(groups.memory());
    const aligned_memory<double> scratch(threads * groups.scratch());
    std::ranges::fill(memory.all(), not_a_number);
    std::ranges::fill(scratch.all(), not_a_number);
    chain_pass<double> pass(groups, memory.data());
    pass.restart();
    const index_t most = groups.most();
    index_t a = -9;
    for (const index_t count : {index_t{7}, most / 3, most, most, most - 1, index_t{1}, most}) {
        std::vector<double> y(static_cast<std::size_t>(count), not_a_number);
        pass.run(x, a, a + count, y.data(), {scratch.data(), groups.scratch(), threads});
        if (y != by_formula(form, x, a, a + count)) return false;
        a += count == most - 1 ? count + 1000 : count;  // some are never asked for
    }
    return true;
}

}  // namespace

TEST_CASE("chain: groups one after another are their product, wherever outputs are asked for") {
    std::mt19937 random(1);
    const auto samples = whole_samples<double>(random, 90'000);
    for (const op& word : {conv(taps{1, 2, 3}) * conv(taps{4, -1}).T(), down(2) * conv(taps{1, 5}),
                           conv(taps{1, 2, 3, 4}) * up(3) * down(2, 1) * conv(taps{1, -1}),
                           delay(3) * scale(0) * up(2)}) {
        for (const method m : {method::rows, method::lanes}) {
            for (const int threads : {1, 2}) {
                INFO(to_string(word), ", ", to_string(m), ", threads ", threads);
                CHECK(passes_as_fused(word, m, threads, zeros_around(samples)));
            }
        }
    }
}

TEST_CASE("chain: the inputs of the first group to act, for outputs of the last") {
    // Output n reads 3m for 2n − 2 ≤ 3m ≤ 2n.
    const auto groups = chain_of(down(2) * conv(taps{1, 2, 3}) * up(3), written(method::rows));
    for (index_t i = -10; i < 10; ++i) {
        CHECK(groups.first(i) == checked::ceil_div(2 * i - 2, 3));
        CHECK(groups.end(i) == checked::floor_div(2 * i - 2, 3) + 1);
        CHECK(groups.settled(i) == checked::ceil_div(3 * i, 2));
    }
    CHECK_FALSE(groups.reads_nothing());
    CHECK(chain_of(down(2) * scale(0), written(method::rows)).reads_nothing());
}

TEST_CASE("chain: pieces end on grains, and a grain of transforms is made once") {
    std::mt19937 random(2);
    const auto groups = chain_of(conv(whole_taps(random, 300)) * up(3),
                                 {.method = method::fft, .groups = grouping::fused});
    const index_t grain = groups.group(0).grain();
    CHECK(groups.task() == groups.piece(0));
    CHECK(groups.most() == 2 * groups.piece(0));
    for (const index_t a : {-grain - 1, -grain, index_t{-1}, index_t{0}, grain - 1, grain}) {
        const index_t end = groups.cut(0, a, a + 3 * grain);
        CHECK(end > a);
        CHECK(end - a <= groups.piece(0));
        CHECK(end % grain == 0);
        CHECK(groups.cut(0, a, a + 1) == a + 1);
        CHECK(groups.settled_with(0, a + 1) == (checked::floor_div(a, grain) + 1) * grain);
    }
}

TEST_CASE("chain: a stage for each group, by the method that was asked for where it applies") {
    plan_report report;
    const op word = down(2) * conv(taps{1, 2, 3});
    const auto options = written(method::flow);
    const chain<double> groups(fused_groups<double>(word, 1000, options), 1000, options, report);
    REQUIRE(report.stages.size() == 2);
    CHECK(report.stages[0].word == "down(2)");
    CHECK(report.stages[0].chosen.method != method::flow);
    CHECK(report.stages[1].word == "conv([1 2 3])");
    CHECK(report.stages[1].chosen.method == method::flow);
    CHECK(groups.operations() == 1000 * 1 + 2000 * 3);
    CHECK(groups.operations_per_output() == 1 + 2 * 3);
    CHECK_THROWS_WITH_AS(chain_of(conv(taps{1, 2}) * conv(taps{1, 2}), written(method::thin)),
                         doctest::Contains("the method thin does not run"), argument_error);
}

TEST_CASE("chain: what lies between two groups is within the memory limit, or refused") {
    const op word = down(1 << 20) * conv(taps{1, 2});
    CHECK_NOTHROW(chain_of(word, written(method::rows)));
    CHECK(within_a_megabyte([&] {
        CHECK_THROWS_WITH_AS(chain_of(word, written(method::rows)),
                             doctest::Contains("between two groups"), limit_error);
        return true;
    }));
}
