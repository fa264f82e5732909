#include <doctest/doctest.h>
#include <gmpxx.h>

#include <algorithm>
#include <string>

#include "noble/matrix.hpp"
#include "noble/op.hpp"

namespace noble::testing {
namespace {

linear_map column(const sequence& entries) { return conv(entries).on(1); }

TEST_CASE("matrix text: columns are as wide as their widest entry, and integers are whole") {
    CHECK(to_text((down(2) * conv(taps{1, 0, 2})).on(4)) == "1 0 0 0\n2 0 1 0\n0 0 2 0\n");
    CHECK(to_text(conv(taps{-1, 10}).on(2)) == "-1  0\n10 -1\n 0 10\n");
    CHECK(to_text(column({exact(123456789), exact(1)})) == "123456789\n        1\n");
}

TEST_CASE("matrix text: unknown taps by name, of q on four samples and of its transpose") {
    const linear_map a = conv(unknown("q", 3).origin(1)).on(4, window::same);
    CHECK(to_text(a) ==
          "q1 q0  0  0\n"
          "q2 q1 q0  0\n"
          " 0 q2 q1 q0\n"
          " 0  0 q2 q1\n");
    CHECK(to_text(a.T()) ==
          "q1 q2  0  0\n"
          "q0 q1 q2  0\n"
          " 0 q0 q1 q2\n"
          " 0  0 q0 q1\n");
    CHECK(to_text(exact(ratio(1, 3)) * conv(unknown("q", 1)).on(1) + identity().on(1)) ==
          "1+1/3*q0\n");
}

TEST_CASE("matrix text: fractions in so many digits, or exactly on request") {
    const linear_map a = column({exact(ratio(2, 3)), exact(ratio(1, 2)), exact(2)});
    CHECK(to_text(a) == "0.666667\n     0.5\n       2\n");
    CHECK(to_text(a, {.digits = 3}) == "0.667\n  0.5\n    2\n");
    CHECK(to_text(a, {.fractions = true}) == "2/3\n1/2\n  2\n");
}

TEST_CASE("matrix text: complex entries are sums of their parts, whatever the signs") {
    const linear_map a = column(
        {exact(1, 2), exact(0, -1), exact(0, 1), exact(-1, -1), exact(ratio(1, 2), ratio(-1, 3))});
    CHECK(to_text(a, {.fractions = true}) == "    1+2i\n     -1i\n      1i\n   -1-1i\n1/2-1/3i\n");
    CHECK(to_text(a, {.digits = 2}) == "     1+2i\n      -1i\n       1i\n    -1-1i\n0.5-0.33i\n");
}

TEST_CASE("matrix text: a custom map has the entries that it is observed to have") {
    const auto copied = [](auto x, auto y) { std::ranges::copy(x, y.begin()); };
    const linear_map same = custom(2, 2, copied, copied);
    CHECK(to_text(same) == "1 0\n0 1\n");
    CHECK(to_text(exact(0.5, 1) * same) == "0.5+1i      0\n     0 0.5+1i\n");
    CHECK(to_text(same, {.spy = true}).ends_with("\n#.\n.#\n"));
}

TEST_CASE("matrix text: beyond 64 columns or 256 rows it is drawn, and on request") {
    CHECK(to_text(identity().on(64)).starts_with("1 0 0 "));
    CHECK(to_text(identity().on(65)).starts_with("65 x 65 matrix, 65 entries are not zero; "));
    CHECK(to_text(identity().on(1, window(0, 256))).starts_with("1\n0\n"));
    CHECK(to_text(identity().on(1, window(0, 257))).starts_with("257 x 1 matrix, 1 entries "));
    CHECK(to_text(down(2).on(6), {.spy = true}) ==
          "3 x 6 matrix, 3 entries are not zero; one mark is 1 x 1\n"
          "#.....\n"
          "..#...\n"
          "....#.\n");
}

TEST_CASE("matrix text: a mark stands for all entries below it, also where they do not divide") {
    // 65 rows are 22 lines of 3, the last of 2; 127 columns are 64 marks of 2, the last of 1.
    const std::string plot = to_text(delay(-126).on(127, window(0, 65)));
    CHECK(plot.starts_with("65 x 127 matrix, 1 entries are not zero; one mark is 3 x 2\n"));
    CHECK(std::ranges::count(plot, '\n') == 1 + 22);
    CHECK(std::ranges::count(plot, '#') == 1);
    CHECK(plot.find('#') == plot.find('\n') + 64);
    CHECK(std::ranges::count(plot, '.') == 22 * 64 - 1);
}

TEST_CASE("matrix text: no columns are empty lines, no rows are none") {
    CHECK(to_text(identity().on(0, window(0, 2))) == "\n\n");
    CHECK(to_text(identity().on(3, window(0, 0))).empty());
    CHECK(to_text(identity().on(0), {.spy = true}) ==
          "0 x 0 matrix, 0 entries are not zero; one mark is 1 x 1\n");
}

}  // namespace
}  // namespace noble::testing
