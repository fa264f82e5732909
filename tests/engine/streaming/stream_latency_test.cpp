#include "engine/streaming/stream_latency.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include <algorithm>
#include <random>

#include "engine/methods/runner_cases.hpp"
#include "engine/streaming/endless_chain.hpp"

using namespace noble;
using namespace noble::testing;
using engine::stream_edges;

namespace {

index_t latency(const engine::chain<double>& groups, const op& word,
                const stream_options& options = {}) {
    return engine::latency_of(word.rate(), stream_edges(word, options, groups), groups);
}
index_t latency(const op& word, const stream_options& options = {}) {
    return latency(endless_chain(word, grouping::fused), word, options);
}

/// The last input that output n reads, of a form without empty rows.
index_t last_read(const canonical<double>& form, index_t n) {
    const index_t j = checked::floor_div(n, form.outputs());
    return form.inputs() * j + form.row(n - form.outputs() * j).back().offset;
}

/// The most that outputs are behind, ⌈f·L/M − n⌉ for the first n that has not come, frame by frame.
index_t latency_by_hand(const op& word, const stream_options& options) {
    const auto form = form_of<double>(word);
    const stream_edges edges(word, options, endless_chain(word, grouping::fused));
    const rate r = word.rate();
    index_t n = edges.begin();
    index_t most = 0;
    for (index_t f = 0; f < 300; ++f) {
        while (f >= edges.frames_to_start(true) && n < edges.end(f) && last_read(form, n) < f) ++n;
        most = std::max(most, checked::ceil_div(f * r.outputs - n * r.inputs, r.inputs));
    }
    return most;
}

}  // namespace

TEST_CASE("stream latency: letters, by hand") {
    CHECK(latency(identity()) == 0);
    CHECK(latency(delay(3)) == 0);
    CHECK(latency(delay(-7)) == 7);
    CHECK(latency(conv(taps{1, 2, 3, 2, 1}.origin(2))) == 2);
    CHECK(latency(down(4)) == 0);
    CHECK(latency(down(4, 3)) == 1);
    CHECK(latency(up(4, 3)) == 0);
    CHECK(latency(up(4, -3)) == 3);
    CHECK(latency(scale(0) * delay(-7)) == 0);
}

TEST_CASE("stream latency: as counted frame by frame, for every window and boundary") {
    const auto q = conv(taps{1, 2, 3, 4, 5, 6, 7, 8, 9});
    for (const op& word : {q, delay(-9) * q, q.T(), down(3) * q.T(), q * up(4), down(3) * q * up(2),
                           delay(-2) * down(2) * q * up(5), q + delay(-12) - delay(-12)}) {
        for (const window& w : {window::same, window::full, window::valid, window(-20, 2000)}) {
            for (const boundary b : {boundary::zero, boundary::reflect, boundary::edge}) {
                INFO(to_string(word), ", ", to_string(w), ", ", b);
                const stream_options options{.window = w, .boundary = b};
                CHECK(latency(word, options) == latency_by_hand(word, options));
            }
        }
    }
}

TEST_CASE("stream latency: blocks of transforms wait for their last input, of groups in turn") {
    std::mt19937 random(1);
    const op word = conv(whole_taps(random, 40)) * conv(whole_taps(random, 70));
    const auto one = endless_chain(word, grouping::fused, method::fft);
    CHECK(latency(one, word) == one.end(1) - 1);
    const auto two = endless_chain(word, grouping::written, method::fft);
    index_t most = 0;
    for (index_t f = 0; f < 50'000; ++f) most = std::max(most, f - two.settled(f));
    CHECK(latency(two, word) == most);
}

TEST_CASE("stream latency: where a period is too long to go through, no less than it is") {
    constexpr index_t l = 70'001;
    constexpr index_t m = 70'003;
    // Output n reads the sample at ⌊n·m/l⌋.
    const op hold = down(m) * conv(sequence(std::vector<exact>(l, 1))) * up(l);
    CHECK(latency(hold) == 0);
    CHECK(latency(hold * delay(-5)) == 5);
    // A window of what is written, zero taps included, may end before what is settled.
    const op padded = conv(taps{0, 0, 0, 0, 0, 1}.origin(5));
    CHECK(latency(hold * padded) == 0);
    CHECK(latency(hold * padded, {.window = window::valid}) == 5);
    CHECK(latency(scale(0) * hold * padded, {.window = window::valid}) == 5);
}
