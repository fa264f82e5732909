// noble simplify, noble explain and noble bank, as a user runs them.
#include <nlohmann/json.hpp>

#include "support/shell.hpp"

using namespace noble::testing;

namespace {

outcome noble_run(const std::string& arguments) {
    return shell(quoted(environment("NOBLE_PROGRAM")) + " " + arguments + " 2>&1");
}

}  // namespace

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

TEST_CASE("noble bank: 0 for perfect reconstruction, 1 for what is left") {
    const auto lazy = noble_run("bank 'column(down(2), down(2, 1))' 'row(up(2), up(2, 1))'");
    CHECK(lazy.status == 0);
    CHECK(lazy.output == "perfect reconstruction: row * column == id\n  delay 0, scale 1\n");
    const auto broken = noble_run("bank 'column(down(2), down(2, 1))' 'row(up(2), 3 * up(2, 1))'");
    CHECK(broken.status == 1);
    CHECK(broken.output ==
          "not perfect reconstruction\n"
          "nearest: delay 0, scale 2\n"
          "  for |x[n]| <= 1 the rest of the distortion is at most 0\n"
          "  and the alias terms together are at most 1\n"
          "distortion: 2\n"
          "alias terms that remain:\n"
          "  at -z: y[n] = sum of a[t] * (-1)^(n-t) * x[n-t], a = [-1]\n"
          "  (A_l(z) * X(z * W^-l), l = 1 ... M-1, with "
          "A_l(z) = 1/M * sum over k of F_k(z) * H_k(z * W^-l)\n"
          "   and W = exp(2 pi i/M), lies at the frequency l/M; "
          "column: down(M) * H_k, row: F_k * up(M))\n");
    const auto shared = noble_run(
        "bank 'column(down(2) * conv(q:2), down(2) * conv(h:2))' "
        "'row(conv([h0 -h1]) * up(2), conv([-q0 q1]) * up(2))'");
    CHECK(shared.status == 0);
    CHECK(noble_run("bank 'column(down(2) * conv(q:2))' 'row(conv(q).T * up(2))'").status == 1);
    const auto contradiction = noble_run("bank 'column(conv(q:2))' 'row(conv(q:3))'");
    CHECK(contradiction.status == 2);
    CHECK(contradiction.output.find("'q:2' of the expression before") != std::string::npos);
    CHECK(noble_run("bank 'column(down(2), down(3))' 'row(up(2), up(2))'").status == 2);
    CHECK(noble_run("bank 'column(down(2), down(2))' 'row(up(2), up(2))' --json").status == 1);
}

TEST_CASE("noble simplify, explain and bank: what they cannot take is a usage error") {
    CHECK(noble_run("simplify 'kron(id, id)'").status == 2);
    CHECK(noble_run("explain 'kron(id, id) == kron(id, id)'").status == 2);
    CHECK(noble_run("explain 'id'").status == 2);
    CHECK(noble_run("bank 'kron(id, id)' 'id'").status == 2);
}
