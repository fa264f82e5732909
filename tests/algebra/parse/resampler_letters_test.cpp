#include "algebra/parse/resampler_letters.hpp"

#include <doctest/doctest.h>

namespace noble {
namespace {

TEST_CASE("resampler_letters: each as it is written, with the other in its place") {
    const auto letters = parsing::resampler_letters("↑2 * down(k, p) * conv(up (2)(q:3))");
    REQUIRE(letters.size() == 3);
    CHECK(letters[0].written == "↑2");
    CHECK(letters[0].exchanged == "↓2");
    CHECK(letters[0].text == "↓2 * down(k, p) * conv(up (2)(q:3))");
    CHECK(letters[1].exchanged == "up(k, p)");
    CHECK(letters[2].text == "↑2 * down(k, p) * conv(down (2)(q:3))");
}

TEST_CASE("resampler_letters: none in names, in quoted texts or without a factor") {
    CHECK(parsing::resampler_letters("update(2) * shutdown(2) * down").empty());
    CHECK(parsing::resampler_letters(R"x(conv(file("up(2)\" down(3)")))x").empty());
}

}  // namespace
}  // namespace noble
