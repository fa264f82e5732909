#include "algebra/print/brief.hpp"

#include <doctest/doctest.h>

#include "noble/parse.hpp"

namespace noble {
namespace {

TEST_CASE("brief: more than eight taps are shortened, with their number") {
    CHECK(brief(parse("down(2) * conv([1 2 3 4 5 6 7 8])")) == "down(2) * conv([1 2 3 4 5 6 7 8])");
    CHECK(brief(parse("down(2) * conv([1 2 3 4 5 6 7 8 9])")) ==
          "down(2) * conv([1 2 3 … (9 taps)])");
}

}  // namespace
}  // namespace noble
