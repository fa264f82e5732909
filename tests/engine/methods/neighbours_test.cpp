// Neighbouring outputs of long periods: which, and that vectors that are full, part or cut lose
// nothing.
#include "engine/methods/neighbours.hpp"

#include <doctest/doctest.h>

#include "engine/methods/runner_cases.hpp"
#include "engine/taps/tap_chunks.hpp"
#include "noble/plan.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

/// Of 20 taps to an output, none missing.
engine::workload full(index_t outputs, index_t inputs) {
    return {.outputs = outputs, .inputs = inputs, .multiplies = 20, .span = 20};
}

bool applies(const engine::workload& work) {
    return engine::neighbour_runner<float>::applies(work);
}

template <class T>
void neighbours_runs(const op& word, std::mt19937& random) {
    const auto form = form_of<T>(word);
    CAPTURE(to_string(word));
    REQUIRE(engine::neighbour_runner<T>::applies(engine::workload_of(form)));
    for (const auto set : instruction_sets()) {
        CAPTURE(to_string(set));
        const engine::neighbour_runner<T> r(form, set);
        CHECK(r.grain() % form.outputs() == 0);
        CHECK(runs_anywhere(r, form, random));
    }
}

}  // namespace

TEST_CASE("neighbours: takes 16 to 8,192 outputs to a period, of at most twice as many inputs") {
    CHECK_FALSE(applies(full(15, 14)));
    CHECK(applies(full(16, 15)));
    CHECK(applies(full(8192, 1)));
    CHECK_FALSE(applies(full(8193, 1)));
    CHECK(applies(full(16, 32)));
    CHECK_FALSE(applies(full(16, 33)));
}

TEST_CASE("neighbours: takes what is one chunk, and not mostly gaps") {
    auto work = full(160, 147);
    work.span = work.multiplies = engine::most_chunk_taps;
    CHECK(applies(work));
    work.span += 1;
    CHECK_FALSE(applies(work));
    work.span = 57;
    work.multiplies = 20;
    CHECK_FALSE(applies(work));
    work.span = 56;  // = 2·20 + 16
    CHECK(applies(work));
    work.parts = 2;
    CHECK_FALSE(applies(work));
}

TEST_CASE("neighbours: sums of periods that fill their vectors, and of others") {
    std::mt19937 random(1);
    for (const auto& [down_by, up_by] : {std::pair{15, 16}, {31, 17}, {3, 64}, {147, 160}}) {
        const op word = down(down_by) * conv(whole_taps(random, 9 * up_by)) * up(up_by);
        neighbours_runs<float>(word, random);
        neighbours_runs<double>(word, random);
        neighbours_runs<std::complex<float>>(word, random);
        neighbours_runs<std::complex<double>>(word, random);
    }
}

TEST_CASE("neighbours: complex taps, and taps that are missing") {
    std::mt19937 random(2);
    neighbours_runs<std::complex<float>>(down(19) * conv(whole_taps(random, 140, true)) * up(23),
                                         random);
    neighbours_runs<std::complex<double>>(
        down(19) * conv(exact(0, 1) * whole_taps(random, 140)) * up(23), random);
    neighbours_runs<float>(down(19) * conv(up(2)(whole_taps(random, 140))) * up(23), random);
}

TEST_CASE("neighbours: what it reads beyond an output's own inputs is within its overreach") {
    std::mt19937 random(3);
    const auto form = form_of<float>(down(15) * conv(whole_taps(random, 160)) * up(16));
    const engine::neighbour_runner<float> r(form, default_instruction_set());
    // Samples beyond are NaN: reading them for outputs that nobody asked for changes nothing.
    auto samples = whole_samples<float>(random, 200);
    const auto clean = by_runner(r, zeros_around(samples), 32, 64);
    const auto [begin, end] = r.inputs().reads(32, 64);
    for (index_t i = 0; i < 200; ++i) {
        if (i < begin || i >= end) samples[static_cast<std::size_t>(i)] = NAN;
    }
    CHECK(by_runner(r, zeros_around(samples), 32, 64) == clean);
    CHECK(r.overreach() >= form.inputs());
}
