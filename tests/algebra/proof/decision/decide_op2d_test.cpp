#include <doctest/doctest.h>

#include "algebra/proof/deciding.hpp"

namespace noble {
namespace {

using namespace testing::deciding;

TEST_CASE("prove: words on two axes") {
    CHECK(answer("kron(conv([1 2]), down(2)) - kron(id, down(2)) == kron(conv([0 2]), down(2))") ==
          for_signals);
    CHECK(holds(decided("kron(up(2), up(3)).T == kron(down(2), down(3))")));
    CHECK(
        holds(decided("kron(conv(q:3), conv(h:2)) * kron(up(2), id) == "
                      "kron(conv(q) * up(2), id) * kron(id, conv(h))")));
    const auto p = prove(kron(up(2) * down(2), conv(taps{1, 1})), kron(identity(), conv({1, 1})));
    REQUIRE(p.difference);
    CHECK(p.difference->input == std::array<index_t, 2>{1, 0});
    CHECK(p.difference->output == std::array<index_t, 2>{1, 0});
    CHECK(p.difference->left == polynomial(0));
    CHECK(p.difference->right == polynomial(1));
}

TEST_CASE("prove: the witness on two axes is at the least column of all outputs") {
    // Of input row 0: at output row 0 the columns differ from input 1 on, at row 1 from input 0 on.
    const op odd = up(2, 1) * down(2, 1);
    const auto left = kron(identity(), odd) + kron(delay(1), identity());
    const auto p = prove(left, kron(scale(0), identity()));
    REQUIRE(p.difference);
    CHECK(p.difference->input == std::array<index_t, 2>{0, 0});
    CHECK(p.difference->output == std::array<index_t, 2>{1, 0});
}

TEST_CASE("prove: rates along each axis") {
    CHECK(contains(answer("kron(down(2), id) == kron(down(2), up(2))"),
                   "the left has rate 1, the right has rate 2 along axis 1"));
}

}  // namespace
}  // namespace noble
