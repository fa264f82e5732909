#include "verbs/law_card.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

namespace noble::testing {
namespace {

TEST_CASE("law_card: the card of each law has its formula, its source and its proof") {
    for (const auto* name : {"noble-down", "down-up-commute", "haar"}) {
        INFO(name);
        const law* a = find_law(name);
        REQUIRE(a != nullptr);
        std::ostringstream out;
        app::print_card(*a, out);
        const std::string text = out.str();
        for (const std::string& part :
             {std::string(a->formula), std::string(a->source), "$ " + proof_command(*a)}) {
            CHECK(text.find(part) != std::string::npos);
        }
        CHECK((text.find("Outside the condition") != std::string::npos) == bool(a->condition));
        const auto card = nlohmann::json::parse(app::json_text(app::card_json(*a)));
        CHECK(card["proved"] == true);
        CHECK(card.contains("counter_example") == bool(a->condition));
    }
}

}  // namespace
}  // namespace noble::testing
