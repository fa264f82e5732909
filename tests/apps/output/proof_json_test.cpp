#include "output/proof_json.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "noble/parse.hpp"

namespace noble::testing {
namespace {

nlohmann::json proof_of(const std::string& equation) {
    const auto proof = prove_equation(equation, standard_vocabulary());
    return nlohmann::json::parse(app::json_text(app::to_json(proof)));
}

// Over a and b from 1 to 3.
nlohmann::json range_proof_of(const std::string& equation, const std::string& condition) {
    const auto proof =
        prove_range(equation, {"a=1..3", "b=1..3"}, condition, standard_vocabulary());
    return nlohmann::json::parse(app::json_text(app::to_json(proof)));
}

TEST_CASE("proof_json: what is proved, and for what") {
    CHECK(proof_of("up(2) == down(2).T")["for_all"] == "signals");
    const auto taps = proof_of("conv(q:3) * conv(h:2) == conv(h) * conv(q)");
    CHECK(taps["verdict"] == "proved");
    CHECK(taps["for_all"] == "taps");
    CHECK(taps["unknown_taps"].size() == 2);
}

TEST_CASE("proof_json: a refutation has its witness, and no scope") {
    const auto refuted = proof_of("down(2) == down(2, 1)");
    CHECK(refuted["verdict"] == "refuted");
    CHECK(!refuted.contains("for_all"));
    CHECK(refuted["left_rate"] == "1/2");
    CHECK(refuted["witness"].at("left") != refuted["witness"].at("right"));
}

TEST_CASE("proof_json: kron words have two rates, banks the entry that differs") {
    const auto kron = proof_of("kron(down(2), id) == kron(down(2), delay(1))");
    CHECK(kron["left_rates"] == nlohmann::json{"1/2", "1"});
    const auto banks = proof_of("column(id, down(1)) == column(id, delay(1))");
    CHECK(banks["entries_that_differ"] == 1);
    CHECK(banks["entry"]["output"] == 1);
    CHECK(banks["entry"]["verdict"] == "refuted");
}

TEST_CASE("proof_json: of ranges the counts, and the first counter-example by its variables") {
    const auto proof = range_proof_of("down(a) * up(b) == up(b) * down(a)", "gcd(a, b) != 3");
    CHECK(proof["verdict"] == "refuted");
    CHECK(proof["for"] == nlohmann::json{"a = 1 … 3", "b = 1 … 3"});
    CHECK(proof["where"] == "gcd(a, b) != 3");
    // Of nine pairs (3, 3) is left out; of the others (2, 2) alone is not coprime.
    CHECK(proof["proved"] == 7);
    CHECK(proof["refuted"] == 1);
    CHECK(proof["left_out"] == 1);
    const auto& counter = proof["counter_example"];
    CHECK(counter["values"] == nlohmann::json{{"a", 2}, {"b", 2}});
    CHECK(counter["values"].is_object());
    CHECK(counter["verdict"] == "refuted");
    CHECK(counter["witness"].at("left") != counter["witness"].at("right"));
}

TEST_CASE("proof_json: ranges that hold have no counter-example, and none without a case") {
    const auto holds = range_proof_of("down(a) * down(b) == down(a*b)", "");
    CHECK(holds["verdict"] == "proved");
    CHECK(holds["for_all"] == "signals");
    CHECK(holds["proved"] == 9);
    CHECK(holds["refuted"] == 0);
    CHECK(!holds.contains("where"));
    CHECK(!holds.contains("counter_example"));
    const auto none = range_proof_of("down(a) == down(b)", "a > 3");
    CHECK(none["verdict"] == "no cases");
    CHECK(none["left_out"] == 9);
    CHECK(!none.contains("for_all"));
}

}  // namespace
}  // namespace noble::testing
