#include <nlohmann/json.hpp>

#include "support/shell.hpp"

namespace noble::testing {
namespace {

TEST_CASE("noble simplify: one word, and with --trace the laws") {
    const auto plain = noble_run("simplify 'down(2) * down(3)'");
    CHECK(plain.status == 0);
    CHECK(plain.output == "down(6)\n");
    const auto traced = noble_run("simplify 'down(2) * down(3)' --trace");
    CHECK(traced.status == 0);
    CHECK(traced.output == "   down(2) * down(3)\n=  down(6)             [down-down]\n");
    CHECK(noble_run("simplify '-down(2) + down(2)'").output == "0 * down(2)\n");
}

TEST_CASE("noble simplify: JSON") {
    const auto run = noble_run("simplify 'down(2) * down(3)' --trace --json");
    CHECK(run.status == 0);
    const auto object = nlohmann::json::parse(run.output);
    CHECK(object["word"] == "down(6)");
    CHECK(object["letters"] == 1);
    CHECK(object["trace"].size() == 2);
    CHECK(object["trace"][1]["law"] == "down-down");
}

TEST_CASE("noble simplify: what it cannot take is a usage error") {
    CHECK(noble_run("simplify 'kron(id, id)'").status == 2);
}

}  // namespace
}  // namespace noble::testing
