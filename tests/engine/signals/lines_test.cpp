#include "engine/signals/lines.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace noble;
using namespace noble::engine;

TEST_CASE("lines: along the middle of three axes, by the index formula") {
    std::vector<int> data(2 * 3 * 4);
    const auto all = middle_lines(data.data(), 2, 3, 4);
    CHECK(all.count() == 8);
    CHECK(all.length == 3);
    for (index_t a = 0; a < 2; ++a) {
        for (index_t c = 0; c < 4; ++c) {
            CHECK(all.at(4 * a + c) == data.data() + 12 * a + c);
        }
    }
    CHECK(all.stride == 4);
}

TEST_CASE("lines: axes of one element are none, and there is a most of the others") {
    int value = 0;
    lines<int> all{&value, 1, 1};
    for (int i = 0; i < 100; ++i) all.add_axis(1, 7);
    CHECK(all.axes == 0);
    for (std::size_t i = 0; i < most_axes; ++i) all.add_axis(2, 0);
    CHECK(all.count() == index_t{1} << most_axes);
    CHECK_THROWS_AS(all.add_axis(2, 0), shape_error);
}
