#include <nlohmann/json.hpp>

#include "program.hpp"

namespace noble::testing {
namespace {

TEST_CASE("check: a line for each test, and status 0 where all pass") {
    const program p;
    const std::string text =
        p.output({"check", "down(3) * conv([1 4 6 4 1]@2)", "-n", "50", "--boundary", "symmetric"});
    CHECK(text.find("dot test") != std::string::npos);
    CHECK(text.find("transpose") != std::string::npos);
    CHECK(text.find("linearity") != std::string::npos);
    CHECK(text.find("FAIL") == std::string::npos);
}

TEST_CASE("check: --json has the same, and kron words, banks and transposes are checked too") {
    const program p;
    const auto j = nlohmann::json::parse(
        p.output({"check", "conv([1 2i])", "-n", "7", "--json", "--seed", "5"}));
    CHECK(j["passed"] == true);
    CHECK(j["results"].size() >= 4);
    CHECK(j["results"][0]["name"] == "dot test");
    (void)p.output({"check", "kron(down(2), conv([1 2 3]))", "-n", "5,4", "--transpose"});
    (void)p.output({"check", "row(id, conv([1 2 3]@1))", "-n", "5", "--window", "same"});
}

TEST_CASE("check: the same seed prints the same") {
    const program p;
    const arguments args{"check", "conv([1 2 3])", "-n", "20", "--seed", "7"};
    CHECK(p.output(args) == p.output(args));
}

TEST_CASE("check: unknown taps and bad seeds are refused") {
    const program p;
    p.refuses({"check", "conv(h:4)", "-n", "4"}, 2, "h:4");
    p.refuses({"check", "id", "-n", "4", "--seed", "x"}, 2, "--seed");
}

}  // namespace
}  // namespace noble::testing
