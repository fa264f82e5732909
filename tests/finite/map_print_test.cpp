#include <doctest/doctest.h>
#include <gmpxx.h>

#include <algorithm>
#include <sstream>
#include <string>

#include "noble/design.hpp"
#include "noble/linear_map.hpp"
#include "noble/op.hpp"

namespace noble::testing {
namespace {

const linear_map a = down(2).on(8);
const linear_map b = conv(taps{1, 2}).on(4, window(-1, 4), boundary::reflect);
const std::string text_a = "[down(2) on 8 samples, outputs 0:4, boundary zero]";
const std::string text_b = "[conv([1 2]) on 4 samples, outputs -1:4, boundary reflect]";

TEST_CASE("map print: a bound word with its samples, first output and count, and boundary") {
    CHECK(to_string(a) == text_a);
    CHECK(to_string(b) == text_b);
    CHECK(to_string(b.T()) == text_b + ".T");
    CHECK(to_string(b.T().T()) == text_b);
    CHECK(to_string(pad(3, 1, 2)) == "[id on 3 samples, outputs -1:6, boundary zero]");
    std::ostringstream out;
    out << a;
    CHECK(out.str() == text_a);
}

TEST_CASE("map print: a long kernel is told by its first taps and their number") {
    CHECK(to_string(conv(box(300)).on(4)) ==
          "[conv([1 1 1 … (300 taps)]@149) on 4 samples, outputs -149:303, boundary zero]");
}

TEST_CASE("map print: products, sums and multiples as they are computed") {
    CHECK(to_string(b * a) == text_b + " * " + text_a);
    CHECK(to_string((b * a).T()) == text_a + ".T * " + text_b + ".T");
    CHECK(to_string(b + a * a.T()) == "(" + text_b + " + " + text_a + " * " + text_a + ".T)");
    CHECK(to_string(b - b) == "(" + text_b + " + (-1) * " + text_b + ")");
    CHECK(to_string(exact(ratio(1, 3), 2) * a) == "(1/3+2i) * " + text_a);
    CHECK(to_string(b * (b + b)) == text_b + " * (" + text_b + " + " + text_b + ")");
}

TEST_CASE("map print: parts of grids and Kronecker products in order, custom maps by their shape") {
    CHECK(to_string(block({{a, b}, {a, b}})) ==
          "block(" + text_a + ", " + text_b + ", " + text_a + ", " + text_b + "; 2 wide)");
    CHECK(to_string(vstack({a, a})) == "block(" + text_a + ", " + text_a + "; 1 wide)");
    CHECK(to_string(block_diag({a, b})) == "block_diag(" + text_a + ", " + text_b + ")");
    CHECK(to_string(kron(kron(b, a), a)) == "kron(" + text_b + ", " + text_a + ", " + text_a + ")");
    const auto first = [](auto x, auto y) { y[0] = x[0]; };
    CHECK(to_string(custom(3, 2, first, first)) == "custom(3 x 2)");
    CHECK(to_string(custom(3, 2, first, first).T()) == "custom(2 x 3)");
}

}  // namespace
}  // namespace noble::testing
