// Blocks for a form: none where transforms are not fit, and which inputs they hold.
#include "engine/methods/blocks.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include "engine/methods/runner_cases.hpp"

using namespace noble;
using namespace noble::testing;

TEST_CASE("blocks: two of real data share their transforms, of complex data one has its own") {
    std::mt19937 random(1);
    const op word = down(2) * conv(whole_taps(random, 90));
    const auto of_real = engine::blocks_of(form_of<float>(word));
    const auto of_complex = engine::blocks_of(form_of<std::complex<float>>(word));
    REQUIRE(of_real);
    REQUIRE(of_complex);
    CHECK(of_real->blocks == 2);
    CHECK(of_complex->blocks == 1);
    CHECK(of_real->tile() == 2 * of_complex->tile());
}

TEST_CASE("blocks: none for zero, for taps near the least number and for periods too long") {
    const auto tiny = [](long exponent) {
        return exact(rational(mpz_class(1), mpz_class(1) << static_cast<unsigned>(exponent)));
    };
    const op word = conv({1, 2, 3});
    CHECK_FALSE(engine::blocks_of(form_of<float>(0 * word)));
    CHECK(engine::blocks_of(form_of<float>(tiny(80) * word)));
    CHECK_FALSE(engine::blocks_of(form_of<float>(tiny(100) * word)));
    CHECK(engine::blocks_of(form_of<double>(tiny(100) * word)));
    CHECK_FALSE(engine::blocks_of(form_of<float>(word * up(100'003))));
}

TEST_CASE("blocks: an output reads what is transformed together with its own inputs") {
    std::mt19937 random(2);
    for (const op& word : {conv(whole_taps(random, 40)), down(3) * conv(whole_taps(random, 40)),
                           down(3) * conv(whole_taps(random, 40)) * up(2)}) {
        const auto form = form_of<double>(word);
        const auto grid = engine::blocks_of(form).value();
        const auto inputs = engine::inputs_read(grid);
        const auto own = engine::reach::of(form);
        for (const index_t n : {index_t{0}, index_t{1}, grid.tile() - 1, grid.tile(), index_t{-1},
                                5 * grid.tile() + 7, -3 * grid.tile()}) {
            const auto read = inputs.reads(n, n + 1);
            CHECK(read == grid.transformed(n));
            const auto needed = own.reads(n, n + 1);
            CHECK(read.begin <= needed.begin);
            CHECK(read.end >= needed.end);
        }
    }
}
