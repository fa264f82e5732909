// Each output by itself: periods that nothing else takes.
#include "engine/methods/rows.hpp"

#include <doctest/doctest.h>

#include "engine/methods/runner_cases.hpp"
#include "noble/plan.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

constexpr index_t far = index_t{1} << 33;

template <class T>
void rows_runs(const op& word, std::mt19937& random) {
    const auto form = form_of<T>(word);
    CAPTURE(to_string(word));
    CHECK(runs_anywhere(engine::row_runner<T>(form, default_instruction_set()), form, random));
}

}  // namespace

TEST_CASE("rows: takes everything, by outputs and taps that are there") {
    CHECK(engine::row_runner<float>::applies({.outputs = far, .inputs = far}));
    const engine::workload few{.multiplies = 2};
    const engine::workload many{.multiplies = 20};
    CHECK(engine::row_runner<float>::cost(few, instruction_set::plain, 1) <
          engine::row_runner<float>::cost(many, instruction_set::plain, 1));
}

TEST_CASE("rows: sums of any period, many taps and none") {
    std::mt19937 random(1);
    for (const op& word :
         {conv(whole_taps(random, 31)), conv(whole_taps(random, 1100)),
          down(3) * conv(whole_taps(random, 9)) * up(7), up(2, 1) * down(5), 0 * identity()}) {
        rows_runs<float>(word, random);
        rows_runs<std::complex<double>>(word, random);
    }
    rows_runs<std::complex<float>>(down(2) * conv(whole_taps(random, 31, true)), random);
}

TEST_CASE("rows: of periods of 2³³ the outputs around any index") {
    const std::vector<double> samples{1, 2, 3};
    const auto x = zeros_around(samples);
    const auto spread = form_of<double>(up(far, 4));
    const engine::row_runner<double> up_far(spread, default_instruction_set());
    for (const index_t a : {index_t{0}, far, 2 * far, 3 * far, -far}) {
        CHECK(runs_as_stated(up_far, spread, x, a, a + 9));
    }
    CHECK(by_runner(up_far, x, 2 * far + 3, 2 * far + 6) == std::vector<double>{0, 3, 0});
    const auto picked = form_of<double>(down(far, 2));
    const engine::row_runner<double> down_far(picked, default_instruction_set());
    CHECK(by_runner(down_far, x, -1, 2) == std::vector<double>{0, 3, 0});
}
