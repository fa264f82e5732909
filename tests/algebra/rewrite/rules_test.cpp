#include "algebra/rewrite/rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "noble/parse.hpp"

namespace noble {
namespace {

std::vector<std::string> laws_at_root(const char* text) {
    std::vector<std::string> laws;
    rewriting::at_root(parse(text), [&](const rewriting::rewritten& r) {
        laws.emplace_back(r.law);
        return false;
    });
    return laws;
}

TEST_CASE("rules: in the order of their places, those of the purpose only") {
    for (const auto purpose : {rewrite_purpose::search, rewrite_purpose::phases}) {
        const auto rules = rewriting::rules_for(purpose);
        CHECK(rules.size() > 30);
        CHECK(std::ranges::is_sorted(rules, {}, [](const auto& r) { return r.rewrite->place; }));
        CHECK(std::ranges::all_of(rules, [&](const auto& r) {
            return r.rewrite->purpose == purpose || r.rewrite->purpose == rewrite_purpose::any;
        }));
    }
}

TEST_CASE("rules: at the root a product by two factors or more, a letter as the whole") {
    using laws = std::vector<std::string>;
    CHECK(laws_at_root("id * down(2)") == laws{"identity"});
    CHECK(laws_at_root("down(2) * delay(2)") == laws{"down-delay", "down-phase"});
    CHECK(laws_at_root("down(2, 1)") == laws{"down-phase"});
    CHECK(laws_at_root("down(2)").empty());
}

TEST_CASE("rules: neighbours anywhere in the word, and factors replaced") {
    const auto found = rewriting::neighbours(parse("up(2) * (delay(0) + delay(1)) * down(2)"));
    CHECK(std::ranges::count(found, "delay-zero", &rewriting::rewritten::law) == 1);
    for (const auto& r : found) CHECK(r.word == parse("up(2) * (id + delay(1)) * down(2)"));
    CHECK(same_word(rewriting::spliced({up(2), delay(1), down(2)}, 0, 2, up(2, 1)),
                    up(2, 1) * down(2)));
}

}  // namespace
}  // namespace noble
