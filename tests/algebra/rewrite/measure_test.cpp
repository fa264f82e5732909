#include "algebra/rewrite/measure.hpp"

#include <doctest/doctest.h>

#include "noble/parse.hpp"

namespace noble {
namespace {

bool is_less(const char* a, const char* b) {
    return rewriting::measure_of(parse(a)) < rewriting::measure_of(parse(b));
}

TEST_CASE("measure: letters count most, then sums, taps, spans, factors, kinds and order") {
    CHECK(is_less("down(9)", "down(2) * down(2)"));
    CHECK(is_less("id * id * delay(1)", "id + delay(1) * id"));
    CHECK(is_less("conv([1 0 0 0 2])", "conv([1 2 3])"));
    CHECK(is_less("conv([1 2])", "conv([1 0 2])"));
    CHECK(is_less("down(2)", "up(3)"));
    CHECK(is_less("delay(5)", "2 * id"));
    CHECK(is_less("delay(5)", "conv([1])"));
    CHECK(is_less("2 * down(3)", "down(3) * 2"));
    CHECK(is_less("down(2) * up(3)", "up(3) * down(2)"));
}

TEST_CASE("measure: no word is less than itself") {
    CHECK_FALSE(is_less("down(2) * conv([1 2]) + up(2) * down(4)",
                        "down(2) * conv([1 2]) + up(2) * down(4)"));
}

}  // namespace
}  // namespace noble
