// What a stream says of itself and what it refuses: latency, tail, copies, waiting for the end.
#include <doctest/doctest.h>

#include "base/checked.hpp"
#include "engine/cases.hpp"
#include "engine/streaming/stream_cases.hpp"
#include "noble/error.hpp"
#include "noble/matrix.hpp"
#include "noble/stream.hpp"
#include "support/memory.hpp"
#include "support/property.hpp"
#include "support/random_word.hpp"

using namespace noble;
using namespace noble::testing;

TEST_CASE("stream: an output comes no later than the latency says, and one comes as late") {
    std::mt19937_64 random(13);
    const auto q = random_taps(random, 41);
    for (const op& word : {conv(q), delay(30) * conv(q), delay(-7), down(3) * conv(q),
                           conv(q) * up(4), down(3) * conv(q) * up(2),
                           down(2) * conv(q) * down(3) * conv(q), up(3, 2), 0 * conv(q)}) {
        for (const auto rule : {boundary::zero, boundary::reflect, boundary::edge}) {
            for (const grouping groups : {grouping::fused, grouping::written}) {
                for (const method m : methods_of<float>(word, groups)) {
                    const window kinds[] = {window::same, window::full, window::valid};
                    const window& w = kinds[random() % 3];
                    stream_options options{w, rule, 1, std::nullopt, {.threads = 1, .method = m}};
                    options.plan.groups = groups;
                    stream<float> s(word, options);
                    const rate r = word.rate();
                    index_t late = 0;
                    const float x = 1;
                    for (index_t f = 1; f < (m == method::fft ? 12'000 : 600); ++f) {
                        s({&x, 1});
                        // The first output that has not come is ⌈f·L/M − n⌉ behind.
                        const index_t n = s.first_output() + s.frames_out();
                        late = std::max(late,
                                        checked::ceil_div(f * r.outputs - n * r.inputs, r.inputs));
                    }
                    INFO(to_string(word), ", ", to_string(rule), ", ", to_string(w), ", ",
                         to_string(m), ", ", to_string(groups));
                    CHECK(late <= s.latency());
                    // The blocks of several groups begin together only once in a long while.
                    const bool is_rare = m == method::fft && groups == grouping::written;
                    if (!is_rare) CHECK(late == s.latency());
                }
            }
        }
    }
}

TEST_CASE("stream: a frame rings as long as the tail says") {
    std::mt19937_64 random(17);
    const auto q = random_taps(random, 41);
    for (const op& word : {conv(q), delay(30) * conv(q), delay(-50), down(3) * conv(q),
                           conv(q) * up(4), down(3) * conv(q) * up(2), down(2) * conv(taps{1, 1}),
                           up(2) * down(3, -2), 0 * conv(q)}) {
        const rate r = word.rate();
        index_t longest = 0;
        for (index_t m = 0; m < 6; ++m) {
            stream<double> s(word, {.window = window(-200, 600), .plan = {.method = method::rows}});
            std::vector<double> x(static_cast<std::size_t>(m + 1));
            x.back() = 1;
            std::vector<double> y;
            append(y, s(x));
            append(y, s.flush());
            for (std::size_t i = 0; i < y.size(); ++i) {
                const index_t n = static_cast<index_t>(i) - 200;
                if (y[i] == 0) continue;
                longest =
                    std::max(longest, checked::ceil_div(n * r.inputs - m * r.outputs, r.inputs));
            }
        }
        INFO(to_string(word));
        CHECK(stream<double>(word).tail() == longest);
    }
}

TEST_CASE("stream: the tail is the least that holds, by the matrix of random words") {
    CHECK(holds("tails of random words", random_words() / 10, [] {
        const random_case c = *random_cases();
        const op word = make_op(c.word);
        const rate r = word.rate();
        // What frames reach repeats after a period.
        const index_t frames = canonical_form<exact>(word).inputs();
        const interval full = window::full.of(word, frames);
        const auto h = sparse_matrix<exact>(word.on(frames));
        index_t longest = 0;
        for (index_t i = 0; i < h.rows; ++i) {
            const auto row = static_cast<std::size_t>(i);
            for (index_t at = h.row_begin[row]; at < h.row_begin[row + 1]; ++at) {
                const index_t m = h.columns[static_cast<std::size_t>(at)];
                const index_t ahead = (full.begin + i) * r.inputs - m * r.outputs;
                longest = std::max(longest, checked::ceil_div(ahead, r.inputs));
            }
        }
        RC_ASSERT(stream<std::complex<double>>(word).tail() == longest);
    }));
}

TEST_CASE("stream: a copy goes on by itself, and reset begins anew") {
    std::mt19937_64 random(19);
    for (const grouping groups : {grouping::fused, grouping::written}) {
        const op word = down(2) * conv(random_taps(random, 70)) * conv(random_taps(random, 9));
        stream_options options{window::full, boundary::symmetric, 2, std::nullopt, {.threads = 1}};
        options.plan.groups = groups;
        const auto x = random_values<float>(random, 2 * 9000);
        const auto other = random_values<float>(random, 2 * 500);
        stream<float> s(word, options);
        const auto wanted = outputs_of(s, x, random);
        s.reset();
        CHECK(s.frames_in() == 0);
        CHECK(same_bytes(outputs_of(s, x, random), wanted));
        s.reset();
        std::vector<float> y;
        append(y, s(std::span<const float>(x).first(6000)));
        stream<float> copy = s;
        copy(other);
        copy = stream<float>(word, options);
        copy = s;
        stream<float> moved = std::move(s);
        auto z = y;
        append(y, moved(std::span<const float>(x).subspan(6000)));
        append(y, moved.flush());
        append(z, copy(std::span<const float>(x).subspan(6000)));
        append(z, copy.flush());
        CHECK(same_bytes(y, wanted));
        CHECK(same_bytes(z, wanted));
    }
}

TEST_CASE("stream: boundaries that need the end first wait for it, or are told") {
    std::mt19937_64 random(23);
    const op word = conv(random_taps(random, 9));
    const auto x = random_values<float>(random, 100);
    for (const auto rule : {boundary::periodic, boundary::line}) {
        stream<float> blind(word, {.boundary = rule});
        CHECK(blind.waits_for_end());
        CHECK(blind.end_frames() == 0);
        CHECK(blind(x).empty());
        CHECK(blind.flush().size() == 100);

        stream<float> told(word, {.boundary = rule, .length = 100});
        CHECK(told.waits_for_end());
        CHECK(told.end_frames() == (rule == boundary::line ? 1 : 4));
        told.prime(std::span<const float>(x).last(static_cast<std::size_t>(told.end_frames())));
        CHECK_FALSE(told.waits_for_end());
        CHECK(told(std::span<const float>(x).first(50)).size() == 46);
        told.reset();
        CHECK(told.waits_for_end());

        const stream<float> ahead(conv({1, 2}) * delay(-1), {.boundary = rule});
        CHECK_FALSE(ahead.waits_for_end());
    }
    const stream<float> mirrored(word, {.boundary = boundary::symmetric});
    CHECK_FALSE(mirrored.waits_for_end());
    CHECK(mirrored.end_frames() == 0);
}

TEST_CASE("stream: what waits for the end is refused beyond the memory limit") {
    const limited_memory limit(1 << 20);
    stream<float> s(conv({1, 2, 1}), {.boundary = boundary::periodic});
    const std::vector<float> x(1 << 14);
    CHECK_THROWS_AS(
        [&] {
            for (int i = 0; i < 100; ++i) s(x);
        }(),
        limit_error);
    // Streams that need not wait go on in as little.
    stream<float> other(conv({1, 2, 1}), {.boundary = boundary::symmetric});
    index_t count = 0;
    for (int i = 0; i < 100; ++i) count += static_cast<index_t>(other(x).size());
    CHECK(count + static_cast<index_t>(other.flush().size()) == 100 * (1 << 14));
    CHECK_THROWS_AS(stream<float>(identity() + delay(1 << 20)), limit_error);
}

TEST_CASE("stream: what it refuses") {
    const op word = conv({1, 2, 1});
    const std::vector<float> x(12);
    stream<float> stereo(word, {.channels = 2});
    CHECK_THROWS_WITH_AS(stereo(std::span(x).first(3)), doctest::Contains("2 channels"),
                         shape_error);
    stereo(x);
    CHECK_THROWS_WITH_AS(stereo.prime({}), doctest::Contains("before the first"), argument_error);
    stereo.flush();
    CHECK_THROWS_WITH_AS(stereo(x), doctest::Contains("after flush()"), argument_error);
    CHECK_THROWS_WITH_AS(stereo.flush(), doctest::Contains("ended already"), argument_error);

    stream<float> ten(word, {.boundary = boundary::periodic, .length = 10});
    CHECK_THROWS_WITH_AS(ten.prime(std::span(x).first(3)), doctest::Contains("last 2 frames"),
                         shape_error);
    CHECK_THROWS_WITH_AS(ten(x), doctest::Contains("10 frames"), shape_error);
    const std::vector<float> end{0, 5};
    ten.prime(end);
    CHECK_THROWS_WITH_AS(ten(std::span(x).first(10)), doctest::Contains("another frame 9"),
                         argument_error);
    CHECK(ten.frames_in() == 0);
    ten.reset();
    ten(std::span(x).first(9));
    CHECK_THROWS_WITH_AS(ten.flush(), doctest::Contains("ends after 9"), shape_error);

    CHECK_THROWS_AS(stream<float>(word, {.boundary = boundary::edge}).flush(), shape_error);
    CHECK_THROWS_AS(stream<float>(word, {.channels = 0}), argument_error);
    CHECK_THROWS_AS(stream<float>(word, {.length = -1}), argument_error);
    CHECK_THROWS_AS(stream<float>(word, {.boundary = boundary::edge, .length = 0}), shape_error);
    CHECK_THROWS_AS(stream<float>(word, {.plan = {.threads = -1}}), argument_error);
    CHECK_THROWS_AS(stream<float>(word, {.plan = {.method = method::thin}}), argument_error);
    CHECK_THROWS_AS(stream<float>(conv(sequence{1, exact(0, 1)})), argument_error);
    CHECK_THROWS_AS(stream<float>(conv(unknown("q", 3))), argument_error);
    CHECK_THROWS_AS(stream<float>(conv({1e39})), argument_error);
}

TEST_CASE("stream: outputs into the caller's memory, or nothing changes") {
    const op word = down(2) * conv(taps{1, 2, 1}.origin(1));
    stream<double> s(word, {.channels = 2});
    const std::vector<double> x{1, 10, 2, 20, 3, 30, 4, 40};
    std::vector<double> y(8, -1);
    CHECK(s.outputs_of(4) == 2);
    CHECK(s.outputs_of(0) == 0);
    CHECK_THROWS_AS(static_cast<void>(s.outputs_of(-1)), shape_error);
    CHECK_THROWS_WITH_AS(s(x, std::span(y).first(3)), doctest::Contains("4 samples of outputs"),
                         shape_error);
    CHECK(s.frames_in() == 0);
    std::vector<double> both(12);
    std::ranges::copy(x, both.begin() + 4);
    const std::span<double> all(both);
    CHECK_THROWS_WITH_AS(s(all.last(8), all.first(5)), doctest::Contains("overlaps"),
                         argument_error);
    CHECK(s.frames_in() == 0);
    const auto filled = s(all.last(8), all.first(4));  // beside each other
    CHECK(filled.data() == all.data());
    CHECK(std::vector(filled.begin(), filled.end()) == std::vector<double>{4, 40, 12, 120});
    CHECK(s(std::span<const double>(), std::span<double>()).empty());
    s(x, y);
    CHECK(s.outputs_of_end() == 0);
    s({x.data(), 2}, y);
    CHECK(s.outputs_of_end() == 1);
    CHECK_THROWS_AS(s.flush(std::span(y).first(1)), shape_error);
    CHECK(s.flush(std::span(y).first(2)).size() == 2);
    CHECK(std::vector(y.begin(), y.begin() + 2) == std::vector<double>{6, 60});
    CHECK_THROWS_AS(static_cast<void>(s.outputs_of(1)), argument_error);
    CHECK_THROWS_AS(static_cast<void>(s.outputs_of_end()), argument_error);
    CHECK_THROWS_AS(s.flush(y), argument_error);
    CHECK_THROWS_AS(s(x, y), argument_error);
    stream<double> stated(word, {.length = 3});
    CHECK_THROWS_AS(static_cast<void>(stated.outputs_of(4)), shape_error);
    CHECK_THROWS_AS(static_cast<void>(stated.outputs_of_end()), shape_error);
}
