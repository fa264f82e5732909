// Pieces of the signal in lanes: any period, long steps too, and columns as they lie.
#include "engine/methods/lanes.hpp"

#include <doctest/doctest.h>

#include "engine/methods/runner_cases.hpp"
#include "noble/plan.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

template <class T>
void lanes_runs(const op& word, std::mt19937& random, index_t count = 300) {
    const auto form = form_of<T>(word);
    CAPTURE(to_string(word));
    for (const auto set : instruction_sets()) {
        CAPTURE(to_string(set));
        CHECK(runs_anywhere(engine::lane_runner<T>(form, set), form, random, count));
    }
}

/// Each of the columns that lie side by side as it runs by itself.
template <class T>
void runs_columns(const op& word, index_t width, std::mt19937& random) {
    constexpr index_t rows = 90;
    const auto form = form_of<T>(word);
    const engine::lane_runner<T> r(form, default_instruction_set());
    width = std::min(width, r.panel());
    const auto samples = whole_samples<T>(random, rows * width);
    const auto column = [&](index_t c) -> engine::extended_input<T> {
        return {samples.data() + c, rows, width, boundary::reflect};
    };
    const index_t a = -3;
    const index_t b = std::min(a + r.column_tile(), rows * form.outputs() / form.inputs() + 5);
    std::vector<T> y(static_cast<std::size_t>((b - a) * width));
    const aligned_memory<T> scratch(r.scratch());
    r.run_columns(column(0), width, a, b, y.data(), width, scratch.data());
    for (index_t c = 0; c < width; ++c) {
        const auto wanted = by_formula(form, column(c), a, b);
        for (index_t n = 0; n < b - a; ++n) {
            CHECK(y[static_cast<std::size_t>(n * width + c)] ==
                  wanted[static_cast<std::size_t>(n)]);
        }
    }
}

}  // namespace

TEST_CASE("lanes: takes periods of at most 2¹⁴ outputs and 2⁴⁰ inputs") {
    using lanes = engine::lane_runner<float>;
    constexpr index_t most = index_t{1} << 14;
    constexpr index_t far = index_t{1} << 40;
    CHECK(lanes::applies({.outputs = most, .inputs = far}));
    CHECK_FALSE(lanes::applies({.outputs = most + 1, .inputs = 1}));
    CHECK_FALSE(lanes::applies({.outputs = 1, .inputs = far + 1}));
}

TEST_CASE("lanes: sums of any period, chunk by chunk, of real and of complex taps") {
    std::mt19937 random(1);
    for (const auto& [down_by, up_by] : {std::pair{1, 1}, {3, 1}, {1, 4}, {3, 2}, {7, 5}}) {
        const op word = down(down_by) * conv(whole_taps(random, 37)) * up(up_by);
        lanes_runs<float>(word, random);
        lanes_runs<double>(word, random);
        lanes_runs<std::complex<double>>(word, random);
        const auto complex_taps = whole_taps(random, 37, true);
        lanes_runs<std::complex<float>>(down(down_by) * conv(complex_taps) * up(up_by), random);
    }
    lanes_runs<float>(down(2) * conv(whole_taps(random, 1300)), random);
    lanes_runs<float>(down(2) + down(2) * delay(9000), random);
    lanes_runs<double>(down(3) * conv({1}) * up(7), random);  // rows without taps
    lanes_runs<double>(0 * down(2), random);
}

TEST_CASE("lanes: of long steps only what is read is held") {
    std::mt19937 random(2);
    const auto form = form_of<float>(down(4099) * conv(whole_taps(random, 37)));
    const engine::lane_runner<float> r(form, default_instruction_set());
    CHECK(r.scratch() < 100'000);
    const auto samples = whole_samples<float>(random, 60'000);
    CHECK(runs_as_stated(r, form, zeros_around(samples), -2, 17));
    runs_columns<double>(down(2500) * conv({1, 2, 3}), 5, random);
}

TEST_CASE("lanes: columns that lie side by side are such pieces") {
    std::mt19937 random(3);
    for (const index_t width : {1, 3, 16}) {
        runs_columns<float>(conv(whole_taps(random, 9)), width, random);
        runs_columns<double>(down(3) * conv(whole_taps(random, 9)) * up(2), width, random);
        runs_columns<std::complex<float>>(down(2) * conv(whole_taps(random, 9, true)), width,
                                          random);
    }
}

TEST_CASE("lanes: predicted to be dearer than a step of the same taps in order") {
    const engine::workload work{.outputs = 1, .inputs = 2, .multiplies = 40, .span = 40};
    auto long_period = work;
    long_period.outputs = 160;
    long_period.inputs = 147;
    for (const auto set : instruction_sets()) {
        CHECK(engine::lane_runner<float>::cost(work, set, 1) >
              work.multiplies / 100);  // in nanoseconds
        CHECK(engine::lane_runner<double>::cost(long_period, set, 1) >
              engine::lane_runner<float>::cost(long_period, set, 1));
    }
}
