#include "engine/streaming/stream_edges.hpp"

#include <doctest/doctest.h>

#include <set>

#include "algebra/words/boundary_rule.hpp"
#include "engine/streaming/endless_chain.hpp"

using namespace noble;
using engine::stream_edges;
using testing::endless_chain;

namespace {

stream_edges edges_of(const op& edge_word, const stream_options& options) {
    return {edge_word, options, endless_chain(edge_word)};
}

// The samples that make up x̃[from … to−1] of n.
std::set<index_t> read(boundary b, index_t n, index_t from, index_t to) {
    std::set<index_t> samples;
    for (index_t m = from; m < to; ++m) {
        for (const auto& term : extend(b, n, m)) samples.insert(term.index);
    }
    return samples;
}

const op edge_word = conv(taps{1, 2, 3, 4, 5, 6}).T() * conv(taps{1, 2, 3, 4});  // −5 … 3

}  // namespace

TEST_CASE("stream edges: the first outputs wait for the frames that lie beside the signal") {
    for (const auto b : boundaries) {
        CAPTURE(b);
        const auto edges = edges_of(edge_word, {.window = window::same, .boundary = b});
        CHECK(edges.begin() == 0);
        CHECK(edges.reads_end_first() == needs_end(b));
        const index_t start = edges.frames_to_start(true);
        for (const index_t m : read(b, 50, -3, 0)) CHECK((m < start || m >= 47));
        CHECK(start == rule_of(b).near(3));
    }
}

TEST_CASE("stream edges: what is kept at the end holds all that the boundary makes of it") {
    for (const auto b : boundaries) {
        CAPTURE(b);
        const auto edges = edges_of(edge_word, {.window = window::same, .boundary = b});
        for (const index_t n : {1, 2, 3, 5, 8, 30}) {
            for (const index_t m : read(b, n, n, n + 5)) {
                CHECK((m >= edges.kept_for_end(n) || m < edges.head_frames()));
            }
        }
    }
}

TEST_CASE("stream edges: of a known length, the last frames that may be handed over") {
    const auto count = [](boundary b, index_t n) {
        return edges_of(edge_word, {.window = window::same, .boundary = b, .length = n})
            .end_frames();
    };
    CHECK(count(boundary::periodic, 20) == 3);
    CHECK(count(boundary::periodic, 2) == 2);
    CHECK(count(boundary::line, 20) == 1);
    CHECK(count(boundary::reflect, 20) == 0);
    CHECK(count(boundary::zero, 20) == 0);
}

TEST_CASE("stream edges: a window that was given does not follow the frames") {
    const auto given = edges_of(edge_word, {.window = window(-2, 9)});
    CHECK(given.has_fixed_end());
    CHECK(given.end(3) == 7);
    CHECK(given.end(300) == 7);
    const auto full = edges_of(edge_word, {.window = window::full});
    CHECK_FALSE(full.has_fixed_end());
    CHECK(full.begin() == -5);
    CHECK(full.end(10) == 13);
    CHECK(full.lag() == 0);
    CHECK(edges_of(edge_word, {.window = window::valid}).lag() == 5);
    CHECK(edges_of(edge_word, {.window = window::valid, .length = 10}).lag() == 0);
}
