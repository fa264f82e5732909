// Times by what they were measured for; no more of them than there is room for.
#include "engine/planning/measured_costs.hpp"

#include <doctest/doctest.h>

#include "noble/op.hpp"

using namespace noble;

namespace {

engine::measured_key key(std::uint64_t form) {
    return {"float32", instruction_set::plain, method::flow, form, 4};
}

template <class T>
canonical<T> rounded_form(const op& word) {
    return rounded<T>(canonical_form<exact>(word));
}

}  // namespace

TEST_CASE("measured costs: another form, element type or count is another question") {
    const auto key = engine::key_of(rounded_form<float>(conv({1, 2, 3})), 4);
    CHECK(key == engine::key_of(rounded_form<float>(conv({1, 2, 3})), 4));
    CHECK(key != engine::key_of(rounded_form<double>(conv({1, 2, 3})), 4));
    CHECK(key != engine::key_of(rounded_form<float>(conv({1, 2, 3})), 5));
    for (const op& other : {conv({1, 2, 4}), conv({1, 3, 2}), conv({1, 2, 3}) * delay(1),
                            down(2) * conv({1, 2, 3}), conv({1, 2, 3}) * up(2)}) {
        CHECK(key.form != engine::key_of(rounded_form<float>(other), 4).form);
    }
}

TEST_CASE("measured costs: what was remembered last is known, until all is forgotten") {
    engine::forget_costs();
    CHECK_FALSE(engine::knows_costs());
    CHECK_FALSE(engine::known_cost(key(1)));
    engine::remember_cost(key(1), 2.5);
    engine::remember_costs({{key(1), 3.5}, {key(2), 4.5}});
    CHECK(engine::known_cost(key(1)) == 3.5);
    CHECK(engine::known_costs().size() == 2);
    engine::forget_costs();
    CHECK_FALSE(engine::known_cost(key(2)));
}

TEST_CASE("measured costs: a full table takes new times of what it has, and nothing else") {
    engine::measured_costs costs;
    constexpr std::uint64_t most = 1 << 16;
    for (std::uint64_t i = 0; i <= most; ++i) insert(costs, key(i), 1);
    CHECK(costs.size() == most);
    CHECK_FALSE(costs.contains(key(most)));
    insert(costs, key(7), 2);
    CHECK(costs.at(key(7)) == 2);
}
