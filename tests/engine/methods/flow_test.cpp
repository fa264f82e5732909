// Neighbouring outputs in a vector: which periods, and that ends, pieces and parts lose nothing.
#include "engine/methods/flow.hpp"

#include <doctest/doctest.h>

#include "engine/methods/runner_cases.hpp"
#include "noble/plan.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

template <class T>
bool applies(index_t outputs, index_t inputs) {
    return engine::flow_runner<T>::applies({.outputs = outputs, .inputs = inputs});
}

template <class T>
void flow_runs(const op& word, std::mt19937& random) {
    const auto form = form_of<T>(word);
    for (const auto set : instruction_sets()) {
        CAPTURE(to_string(set));
        CHECK(runs_anywhere(engine::flow_runner<T>(form, set), form, random));
    }
}

}  // namespace

TEST_CASE("flow: takes period 1, and on real data 2, 3, 4 and 8 outputs to an input") {
    for (index_t outputs = 1; outputs < 20; ++outputs) {
        const bool is_up = outputs == 2 || outputs == 3 || outputs == 4 || outputs == 8;
        CHECK(applies<float>(outputs, 1) == (outputs == 1 || is_up));
        CHECK(applies<std::complex<float>>(outputs, 1) == (outputs == 1));
        CHECK_FALSE(applies<double>(outputs, 2));
    }
}

TEST_CASE("flow: sums of one chunk and of several, of real and of complex taps, and of none") {
    std::mt19937 random(1);
    for (const index_t taps : {1, 2, 7, 40, 600}) {
        const op word = conv(whole_taps(random, taps));
        flow_runs<float>(word, random);
        flow_runs<std::complex<double>>(word, random);
        flow_runs<std::complex<float>>(conv(whole_taps(random, taps, true)), random);
    }
    flow_runs<double>(identity() + delay(6000), random);
    flow_runs<float>(0 * identity(), random);
    flow_runs<std::complex<float>>(exact(0, 2) * delay(3), random);
}

TEST_CASE("flow: phases that share offsets, and phases that have none") {
    std::mt19937 random(2);
    for (const index_t up_by : {2, 3, 4, 8}) {
        flow_runs<float>(conv(whole_taps(random, 11 * up_by)) * up(up_by, 1), random);
        flow_runs<double>(conv(whole_taps(random, 700)) * up(up_by), random);
        flow_runs<float>(conv({1, 2}) * up(up_by), random);
    }
}

TEST_CASE("flow: samples that lie apart and those that a boundary makes") {
    std::mt19937 random(3);
    const auto form = form_of<float>(conv(whole_taps(random, 21)));
    const engine::flow_runner<float> r(form, default_instruction_set());
    const auto samples = whole_samples<float>(random, 400);
    for (const auto rule : {boundary::zero, boundary::periodic, boundary::reflect}) {
        CHECK(runs_as_stated(r, form, {samples.data(), 400, 1, rule}, -50, 470));
        CHECK(runs_as_stated(r, form, {samples.data(), 133, 3, rule}, -50, 200));
    }
}

TEST_CASE("flow: more taps cost more, and a wider vector makes them cheaper") {
    const engine::workload few{.multiplies = 10};
    const engine::workload many{.multiplies = 1000};
    using flow = engine::flow_runner<float>;
    CHECK(flow::cost(few, instruction_set::plain, 1) < flow::cost(many, instruction_set::plain, 1));
    CHECK(flow::cost(many, default_instruction_set(), 1) <=
          flow::cost(many, instruction_set::plain, 1));
}
