// What chains cost: the sum over their groups, each by its cheapest method.
#include "engine/planning/cost.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "engine/cases.hpp"
#include "engine/methods/methods.hpp"
#include "engine/planning/choose.hpp"

using namespace noble;
using namespace noble::testing;

TEST_CASE("cost: of a form it is that of the cheapest method which applies") {
    std::mt19937_64 random(1);
    const auto set = default_instruction_set();
    for (const op& word : {conv(random_taps(random, 900)), down(2), identity(),
                           down(147) * conv(random_taps(random, 999)) * up(160)}) {
        const auto shape = shape_of(word);
        const auto work = engine::workload_of<float>(shape).value();
        const double cost = engine::predicted_cost<float>(shape, 5000, set);
        bool is_met = false;
        for (const auto& row : engine::method_table<float>()) {
            const auto* how = row.find(work);
            if (how == nullptr) continue;
            CHECK(cost <= 5000 * how->cost(work, set, 5000));
            is_met = is_met || cost == 5000 * how->cost(work, set, 5000);
        }
        CHECK(is_met);
    }
}

TEST_CASE("cost: a form too large to be made costs more than anything") {
    op word = identity();
    for (index_t i = 0; i < 30; ++i) word = word * (identity() + delay(index_t{1} << i));
    CHECK(std::isinf(engine::predicted_cost<double>(shape_of(word), 1, instruction_set::plain)));
}

TEST_CASE("cost: the inputs read are those of the outputs' whole periods, from first to last tap") {
    std::mt19937_64 random(2);
    for (const op& word :
         {conv(random_taps(random, 9)), down(3) * conv(random_taps(random, 9)), up(4, 1)}) {
        const auto inputs = engine::reach::of(rounded<double>(canonical_form<exact>(word)));
        for (const index_t count : {1, 4, 100, 1000}) {
            const double read = engine::inputs_read(shape_of(word), static_cast<double>(count));
            CHECK(read >= static_cast<double>(inputs.most(count)) - 1);
            CHECK(read <= static_cast<double>(inputs.most(count)) + 4);
        }
    }
}

TEST_CASE("cost: a chain's groups make what the groups before them read") {
    std::mt19937_64 random(3);
    const op first = down(8) * conv(random_taps(random, 90));
    const op second = down(6) * conv(random_taps(random, 400));
    const auto cost_of = [](const op& word, index_t count) {
        const auto form = rounded<float>(canonical_form<exact>(word));
        return static_cast<double>(count) * engine::least_cost(word, form, count, {});
    };
    const double cost = engine::chain_cost<float>({second, first}, 1000, {});
    CHECK(cost == doctest::Approx(cost_of(second, 1000) + cost_of(first, 6000)));
}
