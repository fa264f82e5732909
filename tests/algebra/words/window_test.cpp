#include "noble/window.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <sstream>

#include "noble/error.hpp"
#include "noble/linear_map.hpp"
#include "noble/matrix.hpp"

using namespace noble;

namespace {

const sequence blur = (taps{1, 2, 3}).origin(1);  // on −1 … 1

bool is(const interval& kept, index_t begin, index_t end) { return kept == interval{begin, end}; }

}  // namespace

TEST_CASE("window: full is the table of design §4, letter by letter") {
    CHECK(is(window::full.of(down(2), 4), 0, 2));
    CHECK(is(window::full.of(down(2), 5), 0, 3));
    CHECK(is(window::full.of(down(3, 1), 4), 0, 1));
    CHECK(is(window::full.of(down(3, -1), 4), 1, 2));
    CHECK(is(window::full.of(up(2), 2), 0, 4));
    CHECK(is(window::full.of(up(3, 4), 2), 3, 9));
    CHECK(is(window::full.of(up(3, -1), 2), -3, 3));
    CHECK(is(window::full.of(conv(blur), 4), -1, 5));
    CHECK(is(window::full.of(conv(blur).T(), 4), -1, 5));
    CHECK(is(window::full.of(delay(3), 4), 3, 7));
    CHECK(is(window::full.of(conv(blur) + delay(5), 4), -1, 9));
    CHECK(is(window::full.of(scale(0), 4), 0, 4));
}

TEST_CASE("window: valid keeps what reads no sample from outside") {
    CHECK(is(window::valid.of(conv(blur), 4), 1, 3));
    CHECK(is(window::valid.of(conv(taps{1, 2, 3}), 4), 2, 4));
    CHECK(is(window::valid.of(conv(blur) + delay(1), 4), 1, 3));
    CHECK(is(window::valid.of(conv(blur) + delay(3), 4), 3, 3));
    CHECK(is(window::valid.of(down(2), 4), 0, 2));
}

TEST_CASE("window: the formulas apply unclamped, and only the count is clamped") {
    const op shrunk = conv(taps{1, 1}) * delay(0);
    CHECK(window::valid.of(conv(taps{1, 1, 1, 1, 1}), 2).count() == 0);
    // valid of 5 taps on 2 samples is [4, 2); full convolution by 5 taps of that is not [4, 6).
    CHECK(conv(taps{1, 1, 1, 1, 1}).on(2, window::valid).rows() == 0);
    CHECK(is(window::full.of(shrunk, 0), 0, 1));
}

TEST_CASE("window: explicit zero taps count") {
    CHECK(is(window::full.of(conv(taps{0, 1, 0}), 4), 0, 6));
    CHECK(is(window::valid.of(conv(taps{0, 1, 0}), 4), 2, 4));
    CHECK(is(window::full.of(conv(taps{1}), 4), 0, 4));
}

TEST_CASE("window: full and valid belong to the word as written, same to the operator") {
    const op a = down(2) * up(2);
    CHECK(a == identity());
    CHECK(is(window::full.of(a, 3), 0, 3));
    const op b = up(3, 2) * delay(1);
    const op c = up(3, 5);
    CHECK(b == c);
    CHECK(window::same.of(b, 7) == window::same.of(c, 7));
    const op wide = conv(taps{1, 0, 0});
    CHECK(wide == identity());
    CHECK_FALSE(window::full.of(wide, 3) == window::full.of(identity(), 3));
    CHECK(window::same.of(wide, 3) == window::same.of(identity(), 3));
}

TEST_CASE("window: same is [0, ⌈nL/M⌉)") {
    for (index_t n = 0; n <= 12; ++n) {
        CHECK(is(window::same.of(down(4) * conv(blur), n), 0, (n + 3) / 4));
        CHECK(is(window::same.of(conv(blur) * up(3), n), 0, 3 * n));
        CHECK(is(window::same.of(down(3, 5) * up(2, -1), n), 0, (2 * n + 2) / 3));
    }
}

TEST_CASE("window: first:count says it outright, negative first too") {
    CHECK(is(window(-3, 5).of(conv(blur), 4), -3, 2));
    CHECK(is(window(2, 0).of(conv(blur), 4), 2, 2));
    CHECK_THROWS_AS(window(0, -1), shape_error);
    CHECK(down(2).on(4, {-100, 3}).rows() == 3);
}

TEST_CASE("window: indices beyond 64 bits are a limit_error") {
    constexpr index_t far = std::numeric_limits<index_t>::max();
    CHECK_THROWS_AS(void(window::full.of(delay(far) * delay(1), 4)), limit_error);
    CHECK_THROWS_AS(void(window::same.of(up(index_t{1} << 40), index_t{1} << 40)), limit_error);
    CHECK_THROWS_AS(void(window(far, 1).of(identity(), 4)), limit_error);
}

TEST_CASE("window: down(2) on 4 samples is 2×4, up(2) on 2 samples 4×2, as in textbooks") {
    CHECK(to_text(down(2).on(4)) == "1 0 0 0\n0 0 1 0\n");
    CHECK(to_text(up(2).on(2)) == "1 0\n0 0\n0 1\n0 0\n");
    CHECK(sparse_matrix<exact>(up(2).on(2)) == transpose(sparse_matrix<exact>(down(2).on(4))));
}

TEST_CASE("window: names and text") {
    CHECK(window_from("full") == window::full);
    CHECK(window_from("valid") == window::valid);
    CHECK(window_from("same") == window::same);
    CHECK(window_from("-3:5") == window(-3, 5));
    CHECK(window_from("0:0") == window(0, 0));
    for (const char* bad : {"", "fuller", "3", "3:", ":3", "3:-1", "3:4:5", "a:b", "3: 4",
                            "99999999999999999999:1", "1e3:2"}) {
        CAPTURE(bad);
        CHECK_THROWS_AS(window_from(bad), error);
    }
    for (const window& w : {window::full, window::valid, window::same, window(-3, 5)}) {
        CHECK(window_from(to_string(w)) == w);
        std::ostringstream out;
        out << w;
        CHECK(out.str() == to_string(w));
    }
}
