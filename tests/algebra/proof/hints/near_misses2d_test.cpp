#include <doctest/doctest.h>

#include "algebra/proof/deciding.hpp"

namespace noble {
namespace {

using namespace testing::deciding;

TEST_CASE("prove: near misses on two axes") {
    CHECK(contains(answer("kron(delay(1), conv([1 2])) == 2 * kron(id, conv([1 2]))"),
                   "axes and a scale: 2 * kron(delay(-1), id) * kron(delay(1), conv([1 2])) == "));
    CHECK(contains(
        answer("kron(down(2, 1), conv(q:2)) == kron(down(2), delay(1) * conv(q))"),
        "axes: kron(id, delay(1)) * kron(down(2, 1), conv(q:2)) * kron(delay(1), id) == "));
}

}  // namespace
}  // namespace noble
