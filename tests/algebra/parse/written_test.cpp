#include "algebra/parse/written.hpp"

#include <doctest/doctest.h>

namespace noble {
namespace {

TEST_CASE("written: variables by their values, negative ones apart but where an argument begins") {
    CHECK(with_values("up(k, k2) * k", {{"k", 2}}) == "up(2, k2) * 2");
    CHECK(with_values("delay(k) * conv(q:3@k)", {{"k", -3}}) == "delay(-3) * conv(q:3@-3)");
    CHECK(with_values("delay(2*k)", {{"k", -3}}) == "delay(2*(-3))");
}

TEST_CASE("written: parentheses where a text is no factor or operand") {
    CHECK(as_factor("id + delay(1)") == "(id + delay(1))");
    CHECK(as_factor("conv([1 -2])") == "conv([1 -2])");
    CHECK(as_factor("up(2) * down(2)") == "up(2) * down(2)");
    CHECK(as_operand("up(2) * down(2)") == "(up(2) * down(2))");
    CHECK(as_operand("conv([1 2])") == "conv([1 2])");
}

}  // namespace
}  // namespace noble
