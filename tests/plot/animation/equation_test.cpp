#include "plot/animation/equation.hpp"

#include <doctest/doctest.h>

#include "noble/parse.hpp"

namespace noble::drawing {

TEST_CASE("equation: a row of the matrix, its signs between the terms") {
    const auto row = [](const char* text, index_t output) {
        const auto m = sparse_matrix<exact>(parse(text).on(4, window::full));
        return equation(m, output, output);
    };
    CHECK(row("conv([1 -2 3])", 0) == "y0 = x0");
    CHECK(row("conv([1 -2 3])", 2) == "y2 = 3·x0 − 2·x1 + x2");
    CHECK(row("conv([-1 1])", 0) == "y0 = −x0");
    CHECK(row("conv([0 2+3i])", 1) == "y1 = (2+3i)·x0");
    CHECK(row("conv([1 0]) * up(2)", 1) == "y1 = 0");
}

TEST_CASE("equation: unknown taps by name") {
    const auto m = sparse_matrix<polynomial>(parse("conv(q:2)").on(2, window::full));
    CHECK(equation(m, 1, 1) == "y1 = q1·x0 + q0·x1");
}

TEST_CASE("equation: outside the signal lies what the boundary says") {
    CHECK(extended_label(boundary::zero, 3, -1) == "0");
    CHECK(extended_label(boundary::periodic, 3, -1) == "x2");
    CHECK(extended_label(boundary::antisymmetric, 3, -1) == "−x0");
    CHECK(extended_label(boundary::smooth, 3, -1) == "·");
}

}  // namespace noble::drawing
