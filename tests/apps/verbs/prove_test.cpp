#include <nlohmann/json.hpp>

#include "apps/program.hpp"
#include "support/messages.hpp"

namespace noble::testing {
namespace {

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
    CHECK(contains(r.out, "refuted: the left has rate 1/2, the right has rate 2\n"));
    CHECK(contains(r.out,
                   "equal with down(2) for up(2): (down(2) * conv(q:3).T).T == conv(q) * up(2)\n"));
    CHECK(r.err.empty());
    CHECK(p.run({"prove", "10 * conv([0.1]) == id"}).status == 1);
}

TEST_CASE("prove: several ranges and a condition") {
    const program p;
    const std::string law = "down(a) * up(b) == up(b) * down(a)";
    const auto r =
        p.run({"prove", law, "--for", "a=1..8", "--for", "b=1..8", "--where", "gcd(a,b) == 1"});
    CHECK(r.status == 0);
    CHECK(contains(r.out, "proved for 43 of 43 cases"));
    CHECK(contains(r.out, "21 of 64 combinations left out"));
    CHECK(p.run({"prove", law, "--for", "a=1..8", "--for", "b=1..8"}).status == 1);
}

TEST_CASE("prove: no case is neither proved nor refuted") {
    const program p;
    const auto r = p.run({"prove", "id == id", "--for", "k=2..1"});
    CHECK(r.status == 2);
    CHECK(contains(r.out, "nothing to prove"));
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
    CHECK(contains(p.output({"prove", "delay(1) * delay(-1) == id", "--on", "6"}),
                   "proved: equal matrices, 6 x 6"));
    const auto shapes = p.run({"prove", "conv([1 2]) == conv([1 2 0])", "--on", "6"});
    CHECK(shapes.status == 1);
    CHECK(contains(shapes.out, "the left is 7 x 6, the right 8 x 6"));
    CHECK(contains(shapes.out, "equal on endless signals: their windows alone"));
    CHECK(contains(p.output({"prove", "id == id + delay(9)", "--on", "5", "--window", "same"}),
                   "the words differ on endless signals: this holds of these samples only"));
    const auto zero = p.run({"prove", "id == id", "--on", "0"});
    CHECK(zero.status == 2);
    CHECK(contains(zero.err, "nothing to prove"));
    CHECK(contains(
        p.output({"prove", "conv([1 2 3]) == conv([3 2 1])", "--on", "2", "--window", "valid"}),
        "proved: equal matrices, 0 x 2, which are empty: nothing is compared"));
}

TEST_CASE("prove: --on says which rows differ and whether the edges are to blame") {
    const program p;
    const auto on = [&](const std::string& equation, const std::string& n,
                        const std::string& window) {
        return p.run({"prove", equation, "--on", n, "--window", window, "--boundary", "edge"}).out;
    };
    // Rows 0 … 3 of delay(4) read the edge, rows 4 and 5 do not.
    const auto inside = on("id == id + delay(4)", "6", "0:6");
    CHECK(contains(inside, "6 of 6 rows differ: all\n"));
    CHECK(contains(inside,
                   "not only at the edges: of the 2 rows that read no sample outside the "
                   "signal, 2 differ\n"));
    CHECK(contains(on("id == id + delay(4)", "6", "0:4"),
                   "every row reads samples outside the signal"));
    const auto some = on("id == id + up(8) * down(8) * delay(3)", "12", "0:12");
    CHECK(contains(some, "2 of 12 rows differ: 0, 8; rows that agree: 1 … 7, 9 … 11\n"));
    const auto only = on("id == id + up(8) * down(8) * delay(3)", "8", "0:8");
    CHECK(contains(only, "1 of 8 rows differ: the first (0); rows that agree: 1 … 7\n"));
    CHECK(contains(only,
                   "only at the edges: the 7 rows that read no sample outside the signal agree\n"
                   "the words differ on endless signals: a longer signal and window show it"));
    const auto ends =
        on("conv([1 1 1]@1) == conv([1 1 1]@1) + up(7) * down(7) * delay(-1) - "
           "up(7) * down(7) * delay(1)",
           "8", "0:8");
    CHECK(contains(ends,
                   "2 of 8 rows differ: the first (0) and the last (7); rows that agree: 1 … 6"));
}

TEST_CASE("prove: --json of finite maps counts the interior") {
    const program p;
    const auto j =
        nlohmann::json::parse(p.run({"prove", "id == 2 * id", "--on", "3", "--json"}).out);
    CHECK(j["words_are_equal"] == false);
    CHECK(j["interior_rows"] == 3);
    CHECK(j["interior_rows_that_differ"] == 3);
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
