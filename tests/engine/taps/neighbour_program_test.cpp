// Vectors of neighbouring outputs: the sums that a kernel forms of them are those of the chunk.
#include "engine/taps/neighbour_program.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <random>

using namespace noble;

namespace {

using program = engine::neighbour_program<double>;

canonical<double> random_form(std::mt19937& random, index_t outputs, index_t inputs,
                              unsigned gaps) {
    std::vector<periodic_tap<double>> taps;
    for (index_t r = 0; r < outputs; ++r) {
        for (index_t o = 0; o < 9; ++o) {
            if (gaps > 0 && random() % gaps == 0) continue;
            taps.push_back({r, r * inputs / outputs + o, static_cast<double>(1 + random() % 9)});
        }
    }
    return {outputs, inputs, taps};
}

double input(index_t i) { return static_cast<double>(i * i % 31); }

/// Σ_t c_t[e]·x[t + place[e]] of real data, the steps without a tap left out.
double sum_of(const kernels::neighbour_taps<double>& taps, index_t width, index_t e,
              index_t first) {
    double sum = 0;
    for (index_t t = 0; t < taps.steps; ++t) {
        const index_t at = t * width + e;
        const bool is_tap =
            taps.has_tap == nullptr || std::bit_cast<std::uint64_t>(taps.has_tap[at]) != 0;
        if (is_tap) {
            sum += taps.taps[at] * input(first + t + taps.places[e]);
        } else {
            CHECK(taps.taps[at] == 0);
        }
    }
    return sum;
}

void states_the_sums(const canonical<double>& form, index_t times) {
    constexpr index_t width = 4;
    const auto chunk = engine::chunks_of(form, 0).front();
    const engine::neighbour_grid grid{form.outputs() * times, form.inputs() * times, width, 1};
    const program p(chunk, &engine::row_taps<double>::re, grid, times);
    index_t rows = 0;
    for (const auto& v : p.vectors()) {
        const auto taps = p.view(v);
        CHECK(v.row == rows);
        CHECK(taps.outputs == v.rows);
        CHECK(taps.last_place < 2 * width);
        for (index_t e = 0; e < v.rows; ++e, ++rows) {
            const index_t j = rows / form.outputs();
            double wanted = 0;
            for (const auto& t : form.row(rows % form.outputs())) {
                wanted += t.value * input(form.inputs() * j + t.offset + 100);
            }
            CHECK(sum_of(taps, width, e, v.first + chunk.first + 100) == wanted);
        }
        for (index_t e = v.rows; e < width; ++e) {
            for (index_t t = 0; t < taps.steps; ++t) CHECK(taps.taps[t * width + e] == 0);
        }
    }
    CHECK(rows == grid.outputs);
}

}  // namespace

TEST_CASE("neighbour program: the sums of each output, for full, cut and repeated periods") {
    std::mt19937 random(1);
    for (const unsigned gaps : {0U, 4U}) {
        for (const auto& [outputs, inputs] : {std::pair{16, 15}, {17, 31}, {19, 5}, {18, 36}}) {
            const auto form = random_form(random, outputs, inputs, gaps);
            states_the_sums(form, 1);
            states_the_sums(form, 2);
            states_the_sums(form, 4);
        }
    }
}

TEST_CASE("neighbour program: a vector all of whose steps are taps needs no masks") {
    std::mt19937 random(2);
    const engine::neighbour_grid grid{16, 16, 4, 1};
    const auto masked = [&](unsigned gaps) {
        const auto form = random_form(random, 16, 16, gaps);
        const program p(engine::chunks_of(form, 0).front(), &engine::row_taps<double>::re, grid, 1);
        return p.view(p.vectors().front()).has_tap != nullptr;
    };
    CHECK_FALSE(masked(0));
    CHECK(masked(2));
}

TEST_CASE("neighbour program: of a part that no tap has it is empty") {
    std::mt19937 random(3);
    const auto chunk = engine::chunks_of(random_form(random, 16, 15, 0), 0).front();
    const engine::neighbour_grid grid{16, 15, 4, 1};
    CHECK_FALSE(program(chunk, &engine::row_taps<double>::re, grid, 1).is_empty());
    CHECK(program(chunk, &engine::row_taps<double>::im, grid, 1).is_empty());
}
