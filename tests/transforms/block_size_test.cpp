#include "transforms/block_size.hpp"

#include <doctest/doctest.h>

#include "noble/parse.hpp"

using namespace noble;

TEST_CASE("block_size: tap M·w + m of input phase m lies on w of the filters' span") {
    // y[n] = Σ h[t]·x[3n − t]: offsets −t from −6 to 4, so w from −2 to 1.
    const auto span = span_of_filters(
        rounded<double>(canonical_form<exact>(parse("down(3) * conv([1 0 0 0 0 0 0 0 0 0 1]@4)"))));
    REQUIRE(span);
    CHECK(span->first == -2);
    CHECK(span->last == 1);
    CHECK(span->length() == 4);
    CHECK_FALSE(span_of_filters(rounded<float>(canonical_form<exact>(parse("0 * id")))));
}

TEST_CASE("block_size: blocks are powers of two of which whole vectors of outputs are right") {
    for (const index_t length : {1, 2, 63, 64, 65, 1000, 100'000, 1'000'000}) {
        CAPTURE(length);
        const auto block = choose_block({0, length - 1}, 1, 1);
        REQUIRE(block);
        CHECK((block->points & (block->points - 1)) == 0);
        CHECK(block->points >= 256);
        CHECK(block->periods % 16 == 0);
        CHECK(block->periods >= 1);
        CHECK(block->periods + length - 1 <= block->points);
        CHECK(block->cost > 0);
    }
}

TEST_CASE("block_size: what no block of reasonable size holds has none") {
    CHECK_FALSE(choose_block({0, index_t{1} << 23}, 1, 1));
    CHECK_FALSE(choose_block({0, 99}, index_t{1} << 12, index_t{1} << 12));
}

TEST_CASE("block_size: the blocks of a tile share what they transform") {
    const block_grid grid{{256, 192, 0}, 2, 3, 4, {-5, 59}};
    CHECK(grid.tile() == 4 * 192 * 2);
    CHECK(grid.step() == 192 * 3);
    CHECK(grid.tile_inputs() == 256 * 3 + 3 * 192 * 3);
    CHECK(grid.first_input(0) == 3 * -5);
    CHECK(grid.first_input(1) - grid.first_input(0) == 4 * grid.step());
    for (const index_t n : {index_t{0}, grid.tile() - 1}) {
        CHECK(grid.transformed(n).begin == grid.first_input(0));
        CHECK(grid.transformed(n).count() == grid.tile_inputs());
    }
    CHECK(grid.transformed(-1).begin == grid.first_input(-1));
    CHECK(grid.transformed(grid.tile()).begin == grid.first_input(1));
}
