// Phases: what all share, and what each has beside it, are the taps of the chunk.
#include "engine/taps/phase_program.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>

using namespace noble;

namespace {

/// Phase and offset to tap, as a kernel reads them.
std::map<std::pair<index_t, index_t>, float> taps_of(const kernels::phase_taps<float>& p) {
    std::map<std::pair<index_t, index_t>, float> found;
    for (index_t i = 0; i < p.shared; ++i) {
        for (index_t r = 0; r < p.phases; ++r) found[{r, p.offsets[i]}] = p.taps[i * p.phases + r];
    }
    for (index_t r = 0; r < p.phases; ++r) {
        const auto& others = p.others[r];
        CHECK(others.counts[0] + others.counts[1] == 0);
        for (index_t i = 0; i < others.counts[2]; ++i) {
            CHECK(found.emplace(std::pair(r, others.offsets[i]), others.taps[i]).second);
        }
    }
    return found;
}

}  // namespace

TEST_CASE("phase program: offsets of all phases are shared, others are each phase's own") {
    const canonical<float> form(
        2, 1, {{0, 0, 1}, {0, 1, 2}, {0, 4, 3}, {1, -1, 4}, {1, 1, 5}, {1, 4, 6}});
    const engine::phase_program<float> program(engine::chunks_of(form, 0).front(), 2);
    const auto p = program.view();
    CHECK(p.phases == 2);
    REQUIRE(p.shared == 2);
    CHECK(p.offsets[0] == 2);  // from −1, where the chunk begins
    CHECK(p.offsets[1] == 5);
    CHECK(p.others[0].counts[2] == 1);
    CHECK(p.others[1].counts[2] == 1);
    CHECK(taps_of(p).at({1, 5}) == 6);
}

TEST_CASE("phase program: a phase without taps leaves nothing to share") {
    const canonical<float> form(3, 1, {{0, 0, 1}, {2, 0, 2}});
    const engine::phase_program<float> program(engine::chunks_of(form, 0).front(), 3);
    CHECK(program.view().shared == 0);
    CHECK(taps_of(program.view()).size() == 2);
}

TEST_CASE("phase program: every tap once, also after a move") {
    std::mt19937 random(1);
    for (int round = 0; round < 50; ++round) {
        std::vector<periodic_tap<float>> taps;
        for (index_t r = 0; r < 4; ++r) {
            for (index_t o = 0; o < 12; ++o) {
                if (random() % 5 != 0) taps.push_back({r, o, static_cast<float>(taps.size() + 1)});
            }
        }
        const auto chunks = engine::chunks_of(canonical<float>(4, 1, taps), 0);
        engine::phase_program<float> made(chunks.front(), 4);
        const auto moved = std::move(made);
        const auto found = taps_of(moved.view());
        REQUIRE(found.size() == taps.size());
        for (const auto& t : taps) {
            CHECK(found.at({t.row, t.offset - chunks.front().first}) == t.value);
        }
    }
}
