#include <doctest/doctest.h>

#include "algebra/proof/deciding.hpp"
#include "noble/design.hpp"
#include "support/memory.hpp"

using namespace noble;
using namespace noble::testing::deciding;
using noble::testing::limited_memory;

TEST_CASE("prove: the strided, dilated and transposed trio") {
    CHECK(holds(decided("down(3) * conv(up(3)(q:4)) == conv(q) * down(3)")));
    CHECK(holds(decided("conv(up(3)(q:4)) * up(3) == up(3) * conv(q)")));
    CHECK(holds(decided("conv(q:5) * up(3) == (down(3) * conv(q).T).T")));
}

TEST_CASE("prove: periods of hundreds and kernels of a thousand taps within 64 MiB") {
    CHECK(holds_frugally("conv(q:1000) * up(300) == (down(300) * conv(q).T).T"));
    CHECK(holds_frugally("down(300) * conv(up(300)(q:1000)) == conv(q) * down(300)"));
    CHECK(
        holds_frugally("down(300) * conv(up(300)(lowpass(0.1, 1001))) == "
                       "conv(lowpass(0.1, 1001)) * down(300)"));
    CHECK(
        holds_frugally("up(147) * conv(lowpass(0.1, 1001)) * down(160) == "
                       "up(147) * down(160) * conv(up(160)(lowpass(0.1, 1001)))"));
}

TEST_CASE("prove: what is too large is refused before it begins") {
    CHECK_THROWS_AS(decided("conv(q:1000)^3 == conv(h:1000)^3"), limit_error);
    const limited_memory limit(1 << 20);
    CHECK_THROWS_AS(decided("conv(q:300) * conv(h:300) == conv(h) * conv(q)"), limit_error);
}
