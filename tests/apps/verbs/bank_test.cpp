#include "support/shell.hpp"

namespace noble::testing {
namespace {

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

TEST_CASE("noble bank: what it cannot take is a usage error") {
    CHECK(noble_run("bank 'kron(id, id)' 'id'").status == 2);
}

}  // namespace
}  // namespace noble::testing
