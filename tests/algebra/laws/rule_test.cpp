#include "algebra/laws/rule.hpp"

#include <doctest/doctest.h>

namespace noble {
namespace {

TEST_CASE("rule: the types of the parameters are the pattern") {
    const auto joined = law_tables::rule(
        7, [](const node::delay& a, const node::delay& b) { return delay(a.d + b.d); });
    CHECK(joined.place == 7);
    CHECK(joined.width == 2);
    const std::vector fits{delay(2), delay(3)};
    REQUIRE(joined.apply(fits).size() == 1);
    CHECK(same_word(joined.apply(fits).front(), delay(5)));
    CHECK(joined.apply(std::vector{delay(2), up(2)}).empty());
}

TEST_CASE("rule: a pattern of any word, a rule that may decline, and one with several answers") {
    const auto second = law_tables::rule(1, rewrite_purpose::search, [](const op&, const op& b) {
        return b.size() > 1 ? std::optional(b) : std::nullopt;
    });
    CHECK(second.purpose == rewrite_purpose::search);
    CHECK(second.apply(std::vector{up(2), up(3) * up(2)}).size() == 1);
    CHECK(second.apply(std::vector{up(2), up(3)}).empty());
    const auto both = law_tables::rule(1, [](const node::sum& s) { return s.terms; });
    CHECK(both.apply(std::vector{identity() + delay(1)}).size() == 2);
}

}  // namespace
}  // namespace noble
