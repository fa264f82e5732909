#include "engine/streaming/stream_state.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "engine/methods/runner_cases.hpp"
#include "noble/error.hpp"
#include "support/memory.hpp"

using namespace noble;
using namespace noble::testing;
using engine::stream_state;

namespace {

const op state_word = down(2) * conv(taps{1, -2, 3, 4}.origin(2));

stream_state<double> state_of(const op& a, const stream_options& options) {
    return stream_state<double>(std::make_shared<const engine::stream_program<double>>(a, options));
}

stream_options by_rows(boundary b, index_t channels, int threads) {
    return {.boundary = b,
            .channels = channels,
            .plan = {.threads = threads, .method = method::rows, .groups = grouping::written}};
}

template <class F>
std::string refusal(const F& f) {
    try {
        f();
    } catch (const error& e) {
        return e.what();
    }
    return {};
}

/// The outputs of a signal in blocks of `size` frames.
std::vector<double> state_outputs(stream_state<double>& s, const std::vector<double>& x,
                                  index_t size) {
    std::vector<double> y(x.size(), std::numeric_limits<double>::quiet_NaN());
    const index_t frames = s.frames_of(x);
    double* to = y.data();
    for (index_t at = 0; at < frames; at += size) {
        const index_t count = std::min(size, frames - at);
        const index_t end = s.settled_after(count);
        const index_t samples = s.samples_to(end);
        s.take(x.data() + at * s.width(), count, end, to);
        to += samples;
    }
    const index_t samples = s.samples_to(s.end());
    s.finish(s.end(), to);
    y.resize(static_cast<std::size_t>(to + samples - y.data()));
    return y;
}

/// Channel by channel, from the frames of one.
std::vector<double> wanted_of(const std::vector<double>& x, index_t channels, boundary b) {
    const auto n = static_cast<index_t>(x.size()) / channels;
    std::vector<double> y(static_cast<std::size_t>((n + 1) / 2 * channels));
    for (index_t c = 0; c < channels; ++c) {
        const engine::extended_input<double> one{x.data() + c, n, channels, b};
        const auto sums = by_formula(form_of<double>(state_word), one, 0, (n + 1) / 2);
        for (std::size_t i = 0; i < sums.size(); ++i) {
            y[i * static_cast<std::size_t>(channels) + static_cast<std::size_t>(c)] = sums[i];
        }
    }
    return y;
}

}  // namespace

TEST_CASE("stream state: frames at once, more than are taken in at a time, or in blocks") {
    std::mt19937 random(1);
    for (const index_t channels : {1, 3}) {
        for (const int threads : {1, 2}) {
            auto s = state_of(state_word, by_rows(boundary::symmetric, channels, threads));
            const index_t frames = s.program().tile_frames() + 7;
            const auto x = whole_samples<double>(random, channels * frames);
            const auto wanted = wanted_of(x, channels, boundary::symmetric);
            for (const index_t size : {frames, frames / 3, index_t{1009}}) {
                INFO("channels ", channels, ", threads ", threads, ", blocks of ", size);
                s.restart();
                CHECK(state_outputs(s, x, size) == wanted);
                CHECK(s.frames() == frames);
                CHECK(s.next() == (frames + 1) / 2);
            }
        }
    }
}

TEST_CASE("stream state: a copy goes on by itself from the same frame") {
    std::mt19937 random(2);
    const auto x = whole_samples<double>(random, 100);
    const auto wanted = wanted_of(x, 1, boundary::reflect);
    auto s = state_of(state_word, by_rows(boundary::reflect, 1, 1));
    std::vector<double> first(20);
    s.take(x.data(), 41, 20, first.data());
    auto copy = s;
    s.take(std::vector<double>(30).data(), 30, 35, std::vector<double>(15).data());
    CHECK(copy.frames() == 41);
    const auto rest = state_outputs(copy, {x.begin() + 41, x.end()}, 7);
    CHECK(std::ranges::equal(first, std::span(wanted).first(20)));
    CHECK(std::ranges::equal(rest, std::span(wanted).subspan(20)));
}

TEST_CASE("stream state: refused are parts of frames, too little room, and missing frames") {
    auto options = by_rows(boundary::periodic, 2, 1);
    options.length = 10;
    const auto s = state_of(state_word, options);
    std::vector<double> x(20, 1);
    const std::string name = "the stream of down(2) * conv([1 -2 3 4]@2)";
    CHECK(s.name() == name);
    CHECK(refusal([&] { (void)s.frames_of(std::span(x).first(3)); }) ==
          name + " has 2 channels and was given 3 samples; a multiple of the channels would fit");
    CHECK(refusal([&] { s.require_room(x, 11); }) ==
          name + " has 22 samples of outputs to give, and was given memory for 20");
    CHECK(refusal([&] { s.require_room(x, 10); }).empty());
    CHECK(refusal([&] { s.require_possible(11); }) ==
          name + " is one of 10 frames, and was given 11 after 0");
    CHECK(refusal([&] { s.require_possible(10); }).empty());
    CHECK(refusal([&] { s.require_complete(); }) ==
          name + " is one of 10 frames, and ends after 0");
}

TEST_CASE("stream state: frames that were handed over beforehand come again, byte for byte") {
    auto options = by_rows(boundary::periodic, 2, 1);
    options.length = 10;
    auto s = state_of(state_word, options);
    CHECK(refusal([&] { s.prime(std::vector<double>(8)); }) ==
          s.name() + " needs its last 1 frames beforehand, and was given 4");
    s.prime(std::vector<double>{7, 8});
    CHECK(s.is_primed());
    std::vector<double> x(18, 1);
    CHECK(s.require_next(x) == 9);
    x.insert(x.end(), {7, 9});
    CHECK(refusal([&] { s.require_next(x); }) ==
          s.name() +
              " was primed with another frame 9 than comes now (channel 1, both counted "
              "from 0)");
    x.back() = 8;
    CHECK(s.require_next(x) == 10);
    s.restart();
    CHECK_FALSE(s.is_primed());
}

TEST_CASE("stream state: memory of its own for outputs, within the limit and only where it grows") {
    auto s = state_of(state_word, by_rows(boundary::zero, 2, 1));
    const double* const at = s.own_outputs(1000).data();
    CHECK(s.own_outputs(900).data() == at);
    CHECK(s.own_outputs(900).size() == 1800);
    CHECK(within_a_megabyte([&] {
        CHECK_THROWS_WITH_AS(s.own_outputs(70'000), doctest::Contains("the outputs of a call of"),
                             limit_error);
        return true;
    }));
}
