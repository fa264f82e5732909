// noble laws: the list, one law, and the page.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "apps/program.hpp"
#include "support/messages.hpp"

namespace noble::testing {
namespace {

TEST_CASE("laws: the list has each law's name, formula and condition") {
    const program p;
    const std::string text = p.output({"laws"});
    CHECK(contains(text, "Noble identities\n"));
    CHECK(contains(text, "conv(q:m@i) * down(k, p) == down(k, p) * conv(up(k)(q))\n"));
    CHECK(contains(text, "down(a) * up(b) == up(b) * down(a)   where gcd(a,b) == 1\n"));
    CHECK(nlohmann::json::parse(p.output({"laws", "--json"})).size() >= 70);
}

TEST_CASE("laws: one law with source, matrices, proof, and a counter-example") {
    const program p;
    const std::string text = p.output({"laws", "down-up-zero"});
    CHECK(contains(text, "down(k, p) * up(k, r) == 0 * id\n  where (p - r) % k != 0\n"));
    CHECK(contains(text, "Source: Vaidyanathan 1993"));
    CHECK(contains(text, "down(2, 1) * up(2) == 0"));
    CHECK(contains(text, "$ noble prove '"));
    CHECK(contains(text, "proved for 352 of 352 cases"));
    CHECK(contains(text, "Outside the condition they differ. For k = 2, p = 3, r = 1, both sides"));
    CHECK(contains(text, "refuted: on the unit sample at index 0"));
}

TEST_CASE("laws: --json has the same, both matrices among it") {
    const program p;
    const auto j = nlohmann::json::parse(p.output({"laws", "down-up-commute", "--json"}));
    CHECK(j["proved"] == true);
    CHECK(j["cases"] == 91);
    CHECK(j["condition"] == "gcd(a,b) == 1");
    CHECK(j["example"]["equal"] == true);
    CHECK(j["example"]["left_matrix"] == j["example"]["right_matrix"]);
    CHECK(j["counter_example"]["equal"] == false);
    CHECK(j["counter_example"]["left_matrix"] != j["counter_example"]["right_matrix"]);
    const auto plain = nlohmann::json::parse(p.output({"laws", "haar", "--json"}));
    CHECK(!plain.contains("counter_example"));
}

TEST_CASE("laws: an unknown name is refused with those that are near") {
    const program p;
    p.refuses({"laws", "noble-donw"}, 2, "did you mean noble-down");
    p.refuses({"laws", "zzzzzzzz"}, 2, "noble laws lists them all");
    p.refuses({"laws", "haar", "--markdown"}, 2, "--markdown");
}

TEST_CASE("laws: the page in the repository is what the program writes") {
    const program p;
    CHECK(p.output({"laws", "--markdown"}) ==
          bytes_of(environment("NOBLE_SOURCE") + "/apps/noble/laws.md"));
}

TEST_CASE("laws: each proof command, typed as it stands, prints the verdict that is shown") {
    const program p;
    const auto list = nlohmann::json::parse(p.output({"laws", "--json"}));
    for (const auto& entry : list) {
        const std::string name = entry["name"];
        INFO(name);
        const auto card = nlohmann::json::parse(p.output({"laws", name, "--json"}));
        const ran proof = p.shell_line(card["command"]);
        CHECK(proof.status == 0);
        CHECK(proof.out == card["verdict"].get<std::string>() + "\n");
    }
}

}  // namespace
}  // namespace noble::testing
