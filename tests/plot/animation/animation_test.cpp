#include "plot/animation/animation.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "noble/error.hpp"

using namespace noble;
using namespace noble::drawing;

TEST_CASE("animation: an interval is small by its length, wherever its ends are") {
    constexpr index_t far = std::numeric_limits<index_t>::max();
    CHECK(is_within({0, 64}, 64));
    CHECK_FALSE(is_within({0, 65}, 64));
    CHECK_FALSE(is_within({-far, far}, 64));
    CHECK(is_within({5, 0}, 64));
}

TEST_CASE("animation: the greatest size that fits, or 0") {
    CHECK(greatest_size(10, [](index_t n) { return n * n < 50; }) == 7);
    CHECK(greatest_size(10, [](index_t) { return false; }) == 0);
}

TEST_CASE("animation: steps take 0.05 to 60 seconds, and there is something to show") {
    CHECK_NOTHROW(require_step(0.05));
    CHECK_THROWS_AS(require_step(0.049), argument_error);
    CHECK_THROWS_AS(require_step(std::nan("")), argument_error);
    CHECK_THROWS_AS(require_outputs(0), argument_error);
}

TEST_CASE("animation: a refusal names the greatest size, where there is one") {
    CHECK_THROWS_WITH_AS(
        refuse_animation("id", "1000", "64"),
        "animate: id on 1000 samples is more than can be shown; the greatest is 64", limit_error);
    CHECK_THROWS_WITH_AS(refuse_animation("id", "1000", ""),
                         "animate: id reads and writes more than can be shown, on any number of "
                         "samples",
                         limit_error);
}

TEST_CASE("animation: the note says what the zeros and the steps mean") {
    axis_motion<exact> m;
    m.inputs = 2;
    CHECK(motion_note(m) == "the taps move on by 2 positions for each output");
    m.spacing = 3;
    m.inputs = 1;
    CHECK(motion_note(m) ==
          "↑ puts 2 zeros between samples; the taps move on by 1 position for each output");
    m.outputs = 4;
    CHECK(motion_note(m).starts_with("The taps change with a period of 4 outputs"));
}
