#include <nlohmann/json.hpp>

#include "apps/program.hpp"

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

TEST_CASE("check: --paths adds every way of running the map, in units of the bound") {
    const program p;
    const arguments args{"check", "down(2) * conv([1 2 3])", "-n", "200", "--boundary", "line"};
    const auto with = [&](arguments more) {
        more.insert(more.begin(), args.begin(), args.end());
        return p.output(more);
    };
    const std::string text = with({"--paths"});
    CHECK(text.starts_with(with({})));
    for (const char* word : {"float32", "complex128", "fused", "written", "lanes", "rows", "plain",
                             "1 thread", "2 threads", "of the bound"}) {
        CHECK(text.find(word) != std::string::npos);
    }
    CHECK(text.find("FAIL") == std::string::npos);
    const auto j = nlohmann::json::parse(with({"--paths", "--transpose", "--json"}));
    CHECK(j["passed"] == true);
    CHECK(j["paths"].size() >= 4 * 2 * 2);
    bool rounds = false;
    for (const auto& path : j["paths"]) {
        CHECK(path["passed"] == true);
        CHECK(path["error"] <= 1);
        rounds = rounds || path["error"] > 0;
    }
    CHECK(rounds);
}

TEST_CASE("check: --paths on complex taps, on composites and on indices up to 2^33") {
    const program p;
    const auto j =
        nlohmann::json::parse(p.output({"check", "conv([1 2i])", "-n", "7", "--paths", "--json"}));
    for (const auto& path : j["paths"]) {
        CHECK(path["element"].get<std::string>().starts_with("complex"));
    }
    (void)p.output({"check", "kron(down(2), conv([1 2 3]))", "-n", "5,4", "--paths"});
    (void)p.output({"check", "id + 2*delay(2^33)", "-n", "9", "--paths", "--window",
                    "8589934590:12", "--boundary", "periodic"});
    p.refuses({"check", "conv(h:4)", "-n", "4", "--paths"}, 2, "h:4");
}

TEST_CASE("check: unknown taps and bad seeds are refused") {
    const program p;
    p.refuses({"check", "conv(h:4)", "-n", "4"}, 2, "h:4");
    p.refuses({"check", "id", "-n", "4", "--seed", "x"}, 2, "--seed");
}

}  // namespace
}  // namespace noble::testing
