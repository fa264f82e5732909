// What costs depend on, of a form that is made and of one that is not.
#include "engine/methods/workload.hpp"

#include <doctest/doctest.h>

#include "engine/methods/runner_cases.hpp"

using namespace noble;
using namespace noble::testing;

TEST_CASE("workload: the period, the real multiplications of an output, and the inputs it spans") {
    const auto work = engine::workload_of(form_of<float>(down(2) * conv({1, 2, 3, 4, 5})));
    CHECK(work.outputs == 1);
    CHECK(work.inputs == 2);
    CHECK(work.inputs_per_output() == 2);
    CHECK(work.multiplies == 5);
    CHECK(work.span == 5);
    CHECK(work.parts == 1);
    CHECK_FALSE(work.is_thin);
    CHECK(work.blocks.has_value());
}

TEST_CASE("workload: complex data double a multiplication, complex taps double it again") {
    using complex = std::complex<double>;
    CHECK(engine::workload_of(form_of<complex>(conv({1, 2, 3}))).multiplies == 6);
    const auto work = engine::workload_of(form_of<complex>(conv({exact(1, 2), exact(0, 1)})));
    CHECK(work.multiplies == 6);  // 1 + 2i is two taps, i is one
    CHECK(work.parts == 2);
}

TEST_CASE("workload: thin is at most one tap to an output") {
    CHECK(engine::workload_of(form_of<float>(up(3) * down(2))).is_thin);
    CHECK(engine::workload_of(form_of<float>(0 * up(3))).is_thin);
    CHECK_FALSE(engine::workload_of(form_of<float>(up(3) + delay(3) * up(3))).is_thin);
}

TEST_CASE("workload: of a shape it is the form's own, where no tap cancels and none is missing") {
    std::mt19937 random(1);
    std::vector<exact> values;
    for (int i = 1; i <= 50; ++i) values.emplace_back(i);
    const sequence q(values);
    for (const op& word : {conv(q), down(3) * conv(q), conv(q) * up(2)}) {
        const auto made = engine::workload_of(form_of<float>(word));
        const auto predicted = engine::workload_of<float>(shape_of(word));
        REQUIRE(predicted);
        CHECK(predicted->outputs == made.outputs);
        CHECK(predicted->inputs == made.inputs);
        CHECK(predicted->multiplies == made.multiplies);
        CHECK(predicted->is_thin == made.is_thin);
        CHECK(predicted->blocks.has_value() == made.blocks.has_value());
        CHECK(predicted->span >= made.span - 1);
    }
    CHECK(engine::workload_of<double>(shape_of(up(4)))->is_thin);
}

TEST_CASE("workload: a form of more than 2²⁴ taps is not made") {
    op word = identity();
    for (index_t i = 0; i < 24; ++i) word = word * (identity() + delay(index_t{1} << i));
    CHECK(engine::workload_of<float>(shape_of(word)));
    CHECK_FALSE(engine::workload_of<float>(shape_of(word * (identity() + delay(1 << 25)))));
}
