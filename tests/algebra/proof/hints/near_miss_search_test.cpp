#include "algebra/proof/hints/near_miss_search.hpp"

#include <doctest/doctest.h>

#include "noble/parse.hpp"

namespace noble {
namespace {

near_miss_search search_of(const std::string& left, const std::string& right) {
    return {{parse_expression(left, {}), left},
            {parse_expression(right, {}), right},
            standard_vocabulary()};
}

TEST_CASE("near_miss_search: only what reads and holds is claimed") {
    auto search = search_of("delay(1)", "id");
    const auto advanced = [](const std::string& text) { return "delay(-1) * " + text; };
    CHECK(search.propose("an advance", advanced, unchanged));
    CHECK_FALSE(search.propose("the same", unchanged, unchanged));
    CHECK_FALSE(search.propose(
        "nonsense", [](const std::string& text) { return text + " )"; }, unchanged));
    CHECK(std::move(search).hints() ==
          std::vector<std::string>{"an advance: delay(-1) * delay(1) == id"});
}

TEST_CASE("near_miss_search: no more is decided than a few proofs of the equation would take") {
    decider cheap(identity(), delay(1));
    const op costly = conv(unknown("q", 2000)) * conv(unknown("h", 2000));
    CHECK(cheap.equal(identity(), delay(1) * delay(-1)));
    CHECK_FALSE(cheap.equal(costly, costly * identity()));
}

}  // namespace
}  // namespace noble
