#include "plot/drawing/grid.hpp"

#include <doctest/doctest.h>

#include "noble/parse.hpp"
#include "plot/pictures.hpp"

using namespace noble;
using namespace noble::testing;

TEST_CASE("grid: a large matrix shows the greatest entry of each block") {
    const auto g = drawing::grid_of(parse("conv([1 -5 2])").on(100));
    const auto small = drawing::coarse(g, {4, 4});
    CHECK(small.rows == 26);
    CHECK(small.cols == 25);
    for (const auto& cell : small.cells) {
        if (cell.row == cell.col) CHECK(cell.value == -5);
    }
}

TEST_CASE("grid: unknown entries have a colour for each name, numbers one by their value") {
    const auto names = drawing::grid_of(parse("conv(q:2)").on(2));
    CHECK(names.kind == drawing::grid_kind::names);
    REQUIRE(names.cells.size() == 4);
    CHECK(names.cells[0].label == "q0");
    CHECK(names.cells[0].value == names.cells[2].value);
    CHECK(names.cells[0].value != names.cells[1].value);
    const auto numbers = drawing::grid_of(parse("conv([1 -4])").on(2));
    CHECK(numbers.kind == drawing::grid_kind::real);
    CHECK(numbers.most == 4);
    const auto complex = drawing::grid_of(parse("conv([3+4i])").on(1));
    CHECK(complex.kind == drawing::grid_kind::complex);
    CHECK(complex.cells.front().value == 5);
}

TEST_CASE("grid: equal neighbours in a row are one stroke, as long as all their cells") {
    drawing::canvas out;
    const auto g = drawing::grid_of(parse("conv([1 1 1])").on(1, window::full).T());
    drawing::draw_cells(out, g, {10, 8, false});
    const auto runs = drawn(out).with_class("run");
    REQUIRE(runs.size() == 1);
    CHECK(runs.front().attributes.at("d") == "M0 4h30");
}
