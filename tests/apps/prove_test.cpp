#include <nlohmann/json.hpp>

#include "program.hpp"

namespace noble::testing {
namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST_CASE("prove: status 0 and the scope of what is proved") {
    const program p;
    CHECK(p.output({"prove", "up(2) == down(2).T"}) == "proved for all signals\n");
    CHECK(p.output({"prove", "conv(q:5) * up(3) == (down(3) * conv(q).T).T"}) ==
          "proved for all values of the taps q (and all signals)\n");
    CHECK(p.output({"prove", "up(k) == down(k).T", "--for", "k=1..64"}) ==
          "proved for 64 of 64 cases: k = 1 … 64\neach case for all signals\n");
}

TEST_CASE("prove: status 1, the witness and the hints") {
    const program p;
    const auto r = p.run({"prove", "(up(2) * conv(q:3).T).T == conv(q) * up(2)"});
    CHECK(r.status == 1);
    CHECK(has(r.out, "refuted: the left has rate 1/2, the right has rate 2\n"));
    CHECK(has(r.out, "equal with down(2) for up(2) at column 2\n"));
    CHECK(r.err.empty());
    CHECK(p.run({"prove", "10 * conv([0.1]) == id"}).status == 1);
}

TEST_CASE("prove: several ranges and a condition") {
    const program p;
    const std::string law = "down(a) * up(b) == up(b) * down(a)";
    const auto r =
        p.run({"prove", law, "--for", "a=1..8", "--for", "b=1..8", "--where", "gcd(a,b) == 1"});
    CHECK(r.status == 0);
    CHECK(has(r.out, "proved for 43 of 43 cases"));
    CHECK(has(r.out, "21 of 64 combinations left out"));
    CHECK(p.run({"prove", law, "--for", "a=1..8", "--for", "b=1..8"}).status == 1);
}

TEST_CASE("prove: no case is neither proved nor refuted") {
    const program p;
    const auto r = p.run({"prove", "id == id", "--for", "k=2..1"});
    CHECK(r.status == 2);
    CHECK(has(r.out, "nothing to prove"));
}

TEST_CASE("prove: --json") {
    const program p;
    const auto r = p.run({"prove", "down(k) == up(k)", "--for", "k=1..3", "--json"});
    CHECK(r.status == 1);
    const auto j = nlohmann::json::parse(r.out);
    CHECK(j["verdict"] == "refuted");
    CHECK(j["proved"] == 1);
    CHECK(j["counter_example"]["values"]["k"] == 2);
    CHECK(j["counter_example"]["left_rate"] == "1/2");
    const auto w = nlohmann::json::parse(p.run({"prove", "conv(q:2) == id", "--json"}).out);
    CHECK(w["witness"]["input"] == 0);
    CHECK(w["witness"]["left"] == "q0");
}

TEST_CASE("prove: --on compares the finite maps") {
    const program p;
    CHECK(has(p.output({"prove", "delay(1) * delay(-1) == id", "--on", "6"}),
              "proved: equal matrices, 6 x 6"));
    const auto shapes = p.run({"prove", "conv([1 2]) == conv([1 2 0])", "--on", "6"});
    CHECK(shapes.status == 1);
    CHECK(has(shapes.out, "the left is 7 x 6, the right 8 x 6"));
    const auto edges = p.run(
        {"prove", "id == id + delay(4)", "--on", "6", "--window", "0:6", "--boundary", "edge"});
    CHECK(edges.status == 1);
    CHECK(has(edges.out, "6 of 6 rows differ: 0 … 5"));
    CHECK(has(edges.out, "not only at the edges"));
    const auto only = p.run(
        {"prove", "id == id + delay(4)", "--on", "6", "--window", "0:4", "--boundary", "edge"});
    CHECK(has(only.out, "only at the edges: each of these rows reads samples outside"));
}

TEST_CASE("prove: usage and limits") {
    const program p;
    CHECK(p.run({"prove", "down(2)"}).status == 2);
    CHECK(p.run({"prove", "id == id", "--where", "1 == 1"}).status == 2);
    CHECK(p.run({"prove", "id == id", "--window", "same"}).status == 2);
    CHECK(p.run({"prove", "id == id", "--for", "k=1..1000000"}).status == 4);
    CHECK(p.run({"prove", "conv(q:1000)^3 == conv(h:1000)^3"}).status == 4);
}

}  // namespace
}  // namespace noble::testing
