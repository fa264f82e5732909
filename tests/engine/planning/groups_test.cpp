// The groups that options ask for, fused.
#include "engine/planning/groups.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include "engine/cases.hpp"
#include "engine/planning/choose_groups.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

const op first = down(8) * conv({1, 2, 3});
const op second = down(6) * conv({4, 5});

std::size_t count_of(const op& word, grouping groups) {
    return engine::groups_of<float>(word, 1000, {.groups = groups}).size();
}

}  // namespace

TEST_CASE("groups: fused is one, written is each factor, cheapest is what is chosen") {
    const op word = second * first;
    CHECK(count_of(word, grouping::fused) == 1);
    CHECK(count_of(word, grouping::written) == 4);
    const auto cheapest = engine::groups_of<float>(word, 1000, {});
    const auto chosen = engine::choose_groups<float>(word, 1000, {});
    REQUIRE(cheapest.size() == chosen.size());
    for (std::size_t i = 0; i < chosen.size(); ++i) CHECK(same_word(cheapest[i], chosen[i]));
}

TEST_CASE("groups: what is no chain is one group") {
    for (const auto groups : groupings) {
        CHECK(count_of(conv({1, 2}), groups) == 1);
        CHECK(count_of(down(2) + down(2) * delay(1), groups) == 1);
    }
}

TEST_CASE("groups: each is fused to its own form, the last to act first") {
    const auto groups =
        engine::fused_groups<double>(second * first, 1000, {.groups = grouping::written});
    REQUIRE(groups.size() == 4);
    CHECK(groups[0].form.inputs() == 6);
    CHECK(groups[1].form.taps().size() == 2);
    CHECK(groups[2].form.inputs() == 8);
    CHECK(groups[3].form.taps().size() == 3);
}

TEST_CASE("groups: a tap beyond the element type's range is refused, and a wider type is named") {
    const op word = conv({exact(rational(mpz_class(1) << 200)), 1});
    CHECK_THROWS_WITH_AS(engine::fused_groups<float>(word, 10, {}),
                         doctest::Contains("float64 may"), argument_error);
    CHECK(engine::fused_groups<double>(word, 10, {}).size() == 1);
}
