// Overlap-save: blocks on an absolute grid, run direct where no transform is fit for them.
#include "engine/methods/overlap_save.hpp"

#include <doctest/doctest.h>

#include "engine/methods/flow.hpp"
#include "engine/methods/runner_cases.hpp"
#include "noble/plan.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

/// Near the sums, and any interval the same bytes.
template <class T>
void overlap_save_runs(const op& word, std::mt19937& random) {
    const auto form = form_of<T>(word);
    const auto samples = whole_samples<T>(random, 2500);
    const auto x = zeros_around(samples);
    const index_t end = 2500 * form.outputs() / form.inputs() + 300;
    const auto wanted = by_formula(form, x, -100, end);
    for (const auto set : instruction_sets()) {
        CAPTURE(to_string(set));
        CAPTURE(to_string(word));
        const engine::overlap_save_runner<T> r(form, set);
        const auto all = by_runner(r, x, -100, end);
        CHECK(greatest_error(all, wanted) <= transform_error<T>);
        const auto part = by_runner(r, x, 37, 131);
        CHECK(std::equal(part.begin(), part.end(), all.begin() + 137));
    }
}

}  // namespace

TEST_CASE("overlap-save: takes what has blocks, and costs whole tiles however few are wanted") {
    using fft = engine::overlap_save_runner<float>;
    CHECK_FALSE(fft::applies({}));
    std::mt19937 random(1);
    const auto form = form_of<float>(conv(whole_taps(random, 900)));
    const auto work = engine::workload_of(form);
    REQUIRE(fft::applies(work));
    const auto set = default_instruction_set();
    const auto tile = static_cast<double>(work.blocks->tile());
    CHECK(fft::cost(work, set, 1) > 100 * fft::cost(work, set, tile));
    CHECK(fft::cost(work, set, tile + 1) > 1.5 * fft::cost(work, set, tile));
    const fft r(form, set);
    CHECK(r.tile() == work.blocks->tile());
    CHECK(r.grain() == r.tile());
    CHECK(r.transform_points() == work.blocks->block.points);
}

TEST_CASE("overlap-save: sums of any period, kept as they are or as their transpose") {
    std::mt19937 random(2);
    const auto q = whole_taps(random, 90);
    for (const op& word :
         {conv(q), conv(q).T(), down(3) * conv(q), conv(q) * up(2), down(3) * conv(q) * up(2)}) {
        overlap_save_runs<float>(word, random);
        overlap_save_runs<double>(word, random);
        overlap_save_runs<std::complex<float>>(word, random);
    }
    overlap_save_runs<std::complex<double>>(down(2) * conv(whole_taps(random, 90, true)), random);
}

TEST_CASE("overlap-save: a tile with a sample that is not finite, or too large, is run direct") {
    std::mt19937 random(3);
    const auto form = form_of<float>(conv(whole_taps(random, 90)));
    const auto set = default_instruction_set();
    const engine::overlap_save_runner<float> r(form, set);
    const engine::flow_runner<float> direct(form, set);
    auto samples = whole_samples<float>(random, 3 * static_cast<index_t>(r.tile()));
    const auto clean = by_runner(r, zeros_around(samples), 0, 3 * r.tile());
    for (const float bad : {NAN, INFINITY, 3e38F}) {
        samples[10] = bad;
        const auto x = zeros_around(samples);
        const auto got = by_runner(r, x, 0, 3 * r.tile());
        const auto sums = by_runner(direct, x, 0, r.tile());
        for (index_t n = 200; n < r.tile(); ++n) {  // beyond what sample 10 reaches
            REQUIRE(got[static_cast<std::size_t>(n)] == sums[static_cast<std::size_t>(n)]);
        }
        CHECK(std::equal(got.begin() + 2 * r.tile(), got.end(), clean.begin() + 2 * r.tile()));
    }
}

TEST_CASE("overlap-save: what a boundary makes far larger drowns no output that reads none of it") {
    std::mt19937 random(4);
    const auto form = form_of<float>(conv(whole_taps(random, 90)));
    const engine::overlap_save_runner<float> r(form, default_instruction_set());
    auto samples = whole_samples<float>(random, 299);
    samples.push_back(1000);  // a slope that goes on, to millions within a tile
    const engine::extended_input<float> x{samples.data(), 300, 1, boundary::smooth};
    const auto inputs = engine::reach::of(form);
    const auto got = by_runner(r, x, 0, 300);
    const auto wanted = by_formula(form, x, 0, 300);
    int own = 0;
    for (index_t n = 0; n < 300; ++n) {
        const auto read = inputs.reads(n, n + 1);
        if (read.begin < 0 || read.end > 300) continue;
        const auto i = static_cast<std::size_t>(n);
        CHECK(std::abs(got[i] - wanted[i]) < 0.5F);
        ++own;
    }
    CHECK(own == 300 - 89);
}
