#include "plot/panels/kernel2d.hpp"

#include <doctest/doctest.h>

#include <map>

#include "noble/parse.hpp"

using namespace noble;

TEST_CASE("kernel2d: the kernel of a plane is the product of its axes, summed over terms") {
    const op2d word = kron(conv({1, 2}), conv({3, 4})) + kron(conv({1}), conv({1, 1}));
    const auto taps = drawing::plane_kernel(drawing::motion_of<exact>(word), 0, 0);
    std::map<std::pair<index_t, index_t>, exact> values;
    for (const auto& tap : taps) values[{-tap.row, -tap.col}] = tap.value;
    CHECK(values == std::map<std::pair<index_t, index_t>, exact>{
                        {{0, 0}, 4}, {{0, 1}, 5}, {{1, 0}, 6}, {{1, 1}, 8}});
}

TEST_CASE("kernel2d: the image of a kernel has its taps in their places") {
    const auto g = drawing::kernel_grid(kron(conv({1, 2}), conv(sequence({3, 4}).origin(1))));
    CHECK(g.rows == 2);
    CHECK(g.cols == 2);
    CHECK(g.first_row == 0);
    CHECK(g.first_col == -1);
    REQUIRE(g.cells.size() == 4);
    CHECK(g.cells[0].value == 3);
    CHECK(g.cells[3].value == 8);
}

TEST_CASE("kernel2d: a word that changes with the position has no image") {
    CHECK(drawing::kernel_grid(kron(up(2) * down(2), identity())).cells.empty());
    CHECK(drawing::is_numeric(kron(down(2), up(2))));
    CHECK_FALSE(drawing::is_numeric(kron(down(2), parse("conv(q:2)"))));
}
