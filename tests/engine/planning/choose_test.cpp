// The choice of a runner: the cheapest that applies, and a report of what it was chosen from.
#include "engine/planning/choose.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "engine/cases.hpp"
#include "engine/planning/measured_costs.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

engine::choice<float> chosen(const op& word, index_t count, const plan_options& options = {}) {
    return engine::choose_runner(word, rounded<float>(canonical_form<exact>(word)), count, options);
}

}  // namespace

TEST_CASE("choose: the method of least predicted cost, the others in order after it") {
    std::mt19937_64 random(1);
    engine::forget_costs();
    for (const op& word : {conv(random_taps(random, 9)), conv(random_taps(random, 5000)),
                           down(3) * conv(random_taps(random, 40)), up(3)}) {
        const auto stage = chosen(word, 1 << 20).stage;
        double before = stage.chosen.predicted;
        for (const auto& c : stage.others) {
            CHECK(before <= c.predicted);
            CHECK(c.method != stage.chosen.method);
            CHECK_FALSE(c.measured);
            before = c.predicted;
        }
        const auto form = rounded<float>(canonical_form<exact>(word));
        CHECK(engine::least_cost(word, form, 1 << 20, {}) == stage.chosen.predicted);
    }
    CHECK(chosen(up(3), 1 << 20).stage.chosen.method == method::thin);
    CHECK(chosen(conv(random_taps(random, 5000)), 1 << 20).stage.chosen.method == method::fft);
    CHECK(chosen(conv(random_taps(random, 5000)), 1).stage.chosen.method != method::fft);
}

TEST_CASE("choose: the stage tells the form and the runner") {
    const op word = down(2) * conv({1, 2, 3}) * delay(-5);
    const auto choice = chosen(word, 100, {.method = method::fft});
    const auto& stage = choice.stage;
    CHECK(stage.outputs == 1);
    CHECK(stage.inputs == 2);
    CHECK(stage.taps == 3);
    CHECK(stage.multiplies == 3);
    CHECK(stage.latency == 3);  // 5 inputs ahead
    CHECK(stage.tile == choice.best->tile());
    CHECK(stage.transform == choice.best->transform_points());
    CHECK(stage.transform >= 256);
    CHECK(stage.others.empty());
    CHECK(chosen(word, 100, {.method = method::lanes}).stage.transform == 0);
}

TEST_CASE("choose: a method that does not apply is refused, and those that would are named") {
    CHECK_THROWS_WITH_AS(chosen(down(2) * conv({1, 2}), 9, {.method = method::thin}),
                         doctest::Contains("the method thin does not run"), argument_error);
    CHECK_THROWS_WITH_AS(chosen(down(2) * conv({1, 2}), 9, {.method = method::flow}),
                         doctest::Contains("; lanes, fft, rows would"), argument_error);
}

TEST_CASE("choose: measuring times what is not hopeless, and the quickest is taken") {
    std::mt19937_64 random(2);
    engine::forget_costs();
    const op word = conv(random_taps(random, 60));
    const auto stage = chosen(word, 3000, {.effort = effort::measure}).stage;
    REQUIRE(stage.chosen.measured);
    for (const auto& c : stage.others) {
        if (c.measured) CHECK(*stage.chosen.measured <= *c.measured);
    }
    CHECK(engine::knows_costs());
    // What is known is not measured again, and an estimate heeds it.
    CHECK(chosen(word, 3000).stage.chosen.measured == stage.chosen.measured);
    engine::forget_costs();
}
