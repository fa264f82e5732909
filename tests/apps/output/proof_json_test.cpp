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

}  // namespace
}  // namespace noble::testing
