#include "plot/drawing/theme.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>

using namespace noble::drawing;

TEST_CASE("theme: zero has a colour of its own, and the signs lie on either side of it") {
    CHECK(level_class(0, 5) == "m8");
    CHECK(level_class(5, 5) == "m16");
    CHECK(level_class(-5, 5) == "m0");
    CHECK(level_class(1e-9, 5) == "m9");
    CHECK(level_class(-1e-9, 5) == "m7");
    CHECK(level_class(std::numeric_limits<double>::infinity(), 5) == "m16");
    CHECK(level_is_strong(5, 5));
    CHECK_FALSE(level_is_strong(0.1, 5));
}

TEST_CASE("theme: every class of series and levels has a rule, for light and for dark") {
    const std::string css = style_sheet();
    const auto count = [&](const std::string& rule) {
        std::size_t found = 0;
        for (auto at = css.find(rule); at != std::string::npos; at = css.find(rule, at + 1)) {
            ++found;
        }
        return found;
    };
    for (std::size_t i = 0; i < series_colours; ++i) CHECK(count("." + series_class(i) + "{") == 2);
    for (int level = 0; level <= 2 * most_level; ++level) {
        CHECK(count(".m" + std::to_string(level) + "{") == 2);
    }
    CHECK(series_class(series_colours) == series_class(0));
    CHECK(count("prefers-color-scheme") >= 1);
}
