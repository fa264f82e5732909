#include "verbs/law_example.hpp"

#include <doctest/doctest.h>

namespace noble::testing {
namespace {

TEST_CASE("law_example: both sides at given values, with the matrices that they are") {
    const law* a = find_law("down-down");
    REQUIRE(a != nullptr);
    const auto e = app::example_of(*a, a->example);
    CHECK(e.equal);
    CHECK(e.left_matrix == e.right_matrix);
    CHECK(e.n >= 1);
    CHECK(!e.values.empty());
}

TEST_CASE("law_example: outside its condition a law's sides differ") {
    const law* a = find_law("down-up-commute");
    REQUIRE(a != nullptr);
    const auto e = app::example_of(*a, a->condition->counter_example);
    CHECK(!e.equal);
    CHECK(e.left_matrix != e.right_matrix);
    CHECK(e.verdict.starts_with("refuted"));
}

TEST_CASE("side_by_side: the sign between the middle lines, the columns straight") {
    CHECK(app::side_by_side("1 0\n0 1\n2\n", "==", "7\n") == "1 0      7\n0 1  ==  \n2        \n");
    CHECK(app::side_by_side("", "==", "7\n") == "  ==  7\n");
}

}  // namespace
}  // namespace noble::testing
