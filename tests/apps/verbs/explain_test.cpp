// noble explain, as a user runs it.
#include <nlohmann/json.hpp>

#include "support/shell.hpp"

using namespace noble::testing;

TEST_CASE("noble explain: a derivation is exit status 0") {
    const auto run = noble_run("explain 'down(2) * conv(up(2)(q:3)) == conv(q) * down(2)'");
    CHECK(run.status == 0);
    CHECK(run.output ==
          "   down(2) * conv(up(2)(q:3))\n"
          "=  conv(q:3) * down(2)          [noble-down]\n");
    const auto same = noble_run("explain '(down(3) * conv(q:5).T).T == conv(q) * up(3)'");
    CHECK(same.status == 0);
    CHECK(same.output ==
          "reading .T and .H:\n"
          "   conv(q:5).T = corr(q:5)   [transpose-conv]\n"
          "   (down(3) * corr(q:5)).T = conv(q:5) * up(3)   [transpose-product]\n"
          "so:\n"
          "   conv(q:5) * up(3)\n"
          "the two sides are the same word\n");
    const auto read = noble_run("explain 'down(2).T == up(2)' --json");
    const auto object = nlohmann::json::parse(read.output);
    CHECK(object["answer"] == "derived");
    CHECK(object["read"][0]["law"] == "transpose-down");
}

TEST_CASE("noble explain: equal words without a derivation are exit status 0, and say so") {
    const auto run = noble_run(
        "explain 'conv([1 3 1 3]) * up(2) * down(2) * conv(q:300) == "
        "conv([1 3]) * up(2) * down(2) * conv(conv([1 0 1])(q))'");
    CHECK(run.status == 0);
    CHECK(run.output ==
          "proved for all values of the taps q (and all signals) by the canonical form (noble "
          "laws canonical-form); no derivation law by law was found within the bounds of the "
          "search\n");
}

TEST_CASE("noble explain: a refutation is exit status 1 and shows the witness") {
    const auto run = noble_run("explain 'down(2) * delay(1) == delay(1) * down(2)'");
    CHECK(run.status == 1);
    CHECK(run.output.find("refuted") != std::string::npos);
    const auto json = noble_run("explain 'id == delay(1)' --json");
    CHECK(json.status == 1);
    CHECK(json.output.find(R"("answer":"refuted")") != std::string::npos);
}

TEST_CASE("noble explain: what it cannot take is a usage error") {
    CHECK(noble_run("explain 'kron(id, id) == kron(id, id)'").status == 2);
    CHECK(noble_run("explain 'id'").status == 2);
}
