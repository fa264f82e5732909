#include "algebra/words/is_real.hpp"

#include <doctest/doctest.h>

#include "noble/parse.hpp"

namespace noble {
namespace {

TEST_CASE("is_real: no complex number and no unknown tap in any letter") {
    CHECK(is_real(parse("down(2) * conv([1 2]) * up(3) + 1/3 * delay(2) * down(2) * up(3)")));
    CHECK_FALSE(is_real(parse("down(2) * (2i * id)")));
    CHECK_FALSE(is_real(parse("id + conv([1 1+2i])")));
    CHECK_FALSE(is_real(parse("conv(q:2) * down(2)")));
}

}  // namespace
}  // namespace noble
