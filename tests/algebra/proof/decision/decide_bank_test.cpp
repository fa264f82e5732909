#include <doctest/doctest.h>

#include "algebra/proof/deciding.hpp"

namespace noble {
namespace {

using namespace testing::deciding;

TEST_CASE("prove: banks, entry by entry") {
    CHECK(answer("row(up(2), up(2, 1)) * column(down(2), down(2, 1)) == row(id)") == for_signals);
    const std::string text = answer("column(id, down(2, 1)) == column(id, down(2))");
    CHECK(
        contains(text, "from input 0 to output 1, on the unit sample at index 0 the left gives 0"));
    CHECK(contains(text, "1 of 2 entries differ"));
    CHECK(contains(answer("column(id, id) == row(id, id)"), "a bank of 2 x 1 words"));
}

}  // namespace
}  // namespace noble
