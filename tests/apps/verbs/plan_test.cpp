#include "apps/program.hpp"

namespace noble::testing {
namespace {

const arguments plan_of_a_chain{
    "plan", "down(6) * conv(lowpass(1/6, 401)) * down(8) * conv(lowpass(1/8, 91))", "-n", "100000"};

arguments with(arguments words, const arguments& more) {
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

TEST_CASE("plan: an estimate is the same in every process") {
    const program p;
    const std::string first = p.output(plan_of_a_chain);
    CHECK(first.find("stage 2") != std::string::npos);
    for (int i = 0; i < 3; ++i) CHECK(p.output(plan_of_a_chain) == first);
    CHECK(first.find("measured") == std::string::npos);
}

TEST_CASE("plan: --measure --wisdom writes what --wisdom alone reads, in plan and apply") {
    const program p;
    const std::string measured = p.output(with(plan_of_a_chain, {"--measure", "--wisdom", "w"}));
    CHECK(measured.find("measured") != std::string::npos);
    CHECK(p.output(with(plan_of_a_chain, {"--wisdom", "w"})) == measured);
    CHECK(p.output(plan_of_a_chain).find("measured") == std::string::npos);
    // Added to, not begun anew.
    const std::string before = p.get("w");
    (void)p.output({"plan", "conv(lowpass(0.5, 77))", "-n", "9999", "--measure", "--wisdom", "w"});
    CHECK(p.get("w").size() > before.size());
    CHECK(p.output(with(plan_of_a_chain, {"--wisdom", "w"})) == measured);
    p.put("x.csv", "1\n2\n3\n");
    CHECK(p.output({"apply", "conv([1 1])", "x.csv", "-", "--wisdom", "w"}) == "1\n3\n5\n");
}

TEST_CASE("plan: wisdom that is missing or none is an error of files") {
    const program p;
    p.refuses(with(plan_of_a_chain, {"--wisdom", "absent"}), 3, "absent");
    p.put("not", "RIFF");
    p.refuses(with(plan_of_a_chain, {"--wisdom", "not"}), 3, "not: not wisdom that can be used");
    p.refuses(with(plan_of_a_chain, {"--measure", "--wisdom", "not"}), 3, "not wisdom");
    CHECK(p.get("not") == "RIFF");
}

}  // namespace
}  // namespace noble::testing
