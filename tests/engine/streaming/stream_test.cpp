// Streams give the bytes of a plan on the whole signal, however it is split.
#include "noble/stream.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "engine/cases.hpp"
#include "engine/streaming/stream_cases.hpp"
#include "support/property.hpp"
#include "support/random_word.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

template <class T>
std::vector<T> channel(const std::vector<T>& frames, index_t c, index_t channels) {
    std::vector<T> result;
    for (std::size_t i = static_cast<std::size_t>(c); i < frames.size();
         i += static_cast<std::size_t>(channels)) {
        result.push_back(frames[i]);
    }
    return result;
}

/// Whether each channel has the bytes of a plan.
template <class T>
bool streams_as_planned(const op& word, const std::vector<T>& x, const stream_options& options,
                        std::mt19937_64& random) {
    stream<T> s(word, options);
    const auto y = outputs_of(s, x, random);
    plan_options planned = options.plan;
    planned.endless = true;
    const auto n = static_cast<index_t>(x.size()) / options.channels;
    const auto map = word.on(n, options.window, options.boundary);
    for (index_t c = 0; c < options.channels; ++c) {
        const auto wanted = by_plan<T>(map, channel(x, c, options.channels), planned);
        if (!same_bytes(channel(y, c, options.channels), wanted)) return false;
    }
    return true;
}

/// The outputs of an endless plan on the frames, as columns of an array.
template <class T>
std::vector<T> planned_on_columns(const linear_map& map, const std::vector<T>& x, index_t channels,
                                  plan_options options) {
    options.endless = true;
    const plan<T> p(map, options);
    workspace<T> w(p);
    std::vector<T> y(static_cast<std::size_t>(map.rows() * channels));
    p({x.data(), {map.cols(), channels}, {channels, 1}},
      {y.data(), {map.rows(), channels}, {channels, 1}}, w, T{1}, T{}, 0);
    return y;
}

/// Whether as many channels as fill a vector, and more, come as from a plan on the whole array.
template <class T>
void many_channels_agree(const op& word, std::mt19937_64& random) {
    constexpr index_t channels = 19;
    // 700 frames, or those of so many outputs.
    const index_t n =
        std::clamp<index_t>(200'000 * word.rate().inputs / word.rate().outputs, 5, 700);
    for (const boundary rule : {boundary::zero, boundary::reflect}) {
        const stream_options options{
            .boundary = rule, .channels = channels, .plan = {.threads = 1}};
        const auto x = random_values<T>(random, n * channels);
        stream<T> s(word, options);
        const auto y = outputs_of(s, x, random);
        INFO(to_string(word), ", ", to_string(rule), ", bytes ", sizeof(T));
        const auto map = word.on(n, options.window, rule);
        CHECK(same_bytes(y, planned_on_columns(map, x, channels, options.plan)));
    }
}

window random_window(std::mt19937_64& random, const op& word, index_t n) {
    const auto full = window::full.of(word, n);
    // The first of very many are as good as all.
    switch (full.count() > 60'000 ? 4 : random() % 5) {
        case 0:
            return window::full;
        case 1:
            return window::valid;
        case 2:
            return window::same;
        default: {
            const auto skip = static_cast<index_t>(random() % 1000) * (full.count() + 20) / 1000;
            return {full.begin + skip - 10, static_cast<index_t>(random() % 2000)};
        }
    }
}

/// Mostly one: to wake others takes longer than these signals.
int threads_of(std::mt19937_64& random) {
    return random() % 5 == 0 ? 2 + static_cast<int>(random() % 2) : 1;
}

/// One word in one element type: every method and grouping, other choices at random.
template <class T>
void check_word(const op& word, index_t n, boundary rule, std::mt19937_64& random) {
    if (n == 0 && rule != boundary::zero) return;
    if (!word.on(1).is_real() && std::is_floating_point_v<T>) return;
    for (const grouping groups : groupings_of(word, n)) {
        for (const method m : methods_of<T>(word, groups)) {
            stream_options options{random_window(random, word, n),
                                   rule,
                                   1 + static_cast<index_t>(random() % 5 == 0 ? random() % 3 : 0),
                                   std::nullopt,
                                   {.threads = threads_of(random), .method = m}};
            options.plan.groups = groups;
            if (random() % 2 == 0) options.length = n;
            const auto x = random_values<T>(random, n * options.channels);
            INFO(to_string(word), " on ", n, ", ", to_string(options.window), ", ", to_string(rule),
                 ", ", to_string(m), ", ", to_string(groups), ", channels ", options.channels,
                 ", threads ", options.plan.threads, ", length known ", options.length.has_value(),
                 ", bytes ", sizeof(T));
            CHECK(streams_as_planned(word, x, options, random));
        }
    }
}

void check_word_in_some_type(const op& word, index_t n, boundary rule, std::mt19937_64& random) {
    switch (random() % 4) {
        case 0:
            return check_word<float>(word, n, rule, random);
        case 1:
            return check_word<double>(word, n, rule, random);
        case 2:
            return check_word<std::complex<float>>(word, n, rule, random);
        default:
            return check_word<std::complex<double>>(word, n, rule, random);
    }
}

std::vector<op> words(std::mt19937_64& random) {
    const auto q = [&](index_t count) { return random_taps(random, count); };
    const auto z = [&](index_t count) { return random_taps(random, count, true); };
    return {
        3 * delay(5),
        delay(-4),
        conv(q(5)),
        conv(z(33)),
        conv(q(600)),
        conv(q(7)) * conv(z(30)) * delay(3),
        identity() + 0.5 * delay(441),
        down(3) * conv(q(127)),
        down(8, 5) * conv(z(33)),
        conv(q(65)) * up(4, 1),
        (conv(q(65)) * up(4, 1)).T(),
        down(3) * conv(q(40)) * up(2),
        down(2) * conv(q(20)) * down(3) * conv(q(40)),
        conv(q(21)) * up(2) * conv(q(9)) * up(3),
        down(5) * conv(q(30)) * up(3) * conv(q(11)) * down(2, 1),
        down(300) * conv(q(37)),
        down(16) * conv(q(150)) * up(21),
        down(29) * conv(z(90)) * up(18, 3),
        conv(q(21)) * up(503),
        conv(q(9)) * up(20'011),
        down(3, -1),
        up(4, 3),
        up(5) * down(7, 2),
        0 * conv(q(3)),
        down(2) * (down(2) - down(2)),
        down(2) * conv(q(4)) + delay(3) * down(2),
    };
}

}  // namespace

TEST_CASE("stream: channels that fill vectors have the bytes of a plan on the whole array") {
    std::mt19937_64 random(31);
    for (const op& word : words(random)) {
        if (!word.on(1).is_real()) continue;
        many_channels_agree<float>(word, random);
        many_channels_agree<double>(word, random);
    }
    for (const index_t taps : {3, 40, 400}) {
        const auto word = conv(random_taps(random, taps, true));
        many_channels_agree<std::complex<float>>(word, random);
        many_channels_agree<std::complex<double>>(word, random);
    }
}

TEST_CASE("stream: any split gives the bytes of a plan: words, methods, groups, types, windows") {
    const auto seed = random_seed();
    std::mt19937_64 random(seed);
    CAPTURE(seed);
    const int rounds = std::max(1, random_words() / 5000);
    for (int round = 0; round < rounds; ++round) {
        for (const auto& word : words(random)) {
            for (const index_t n : {0, 1, 2, 37, 700}) {
                check_word_in_some_type(word, n, boundaries[random() % boundaries.size()], random);
            }
        }
    }
}

TEST_CASE("stream: all boundaries, signals shorter than the reach included") {
    std::mt19937_64 random(7);
    for (const op& word :
         {conv(random_taps(random, 30)), down(2) * conv(random_taps(random, 9)) * up(3),
          conv(random_taps(random, 7)) * down(2) * conv(random_taps(random, 12)),
          conv(random_taps(random, 20)) * delay(9), up(2, 1), down(3)}) {
        for (const auto rule : boundaries) {
            for (const index_t n : {1, 2, 3, 11, 60}) {
                check_word_in_some_type(word, n, rule, random);
            }
        }
    }
}

TEST_CASE("stream: signals longer than tiles and blocks of transforms") {
    std::mt19937_64 random(11);
    for (const op& word :
         {conv(random_taps(random, 300)), down(147) * conv(random_taps(random, 3201)) * up(160),
          down(2) * conv(random_taps(random, 30)) * down(4) * conv(random_taps(random, 100)),
          conv(random_taps(random, 12)) * up(3), identity() + delay(9000)}) {
        for (const auto rule : {boundary::zero, boundary::periodic}) {
            check_word<float>(word, 20'000, rule, random);
        }
    }
}

TEST_CASE("stream: random words") {
    const int count = std::max(20, random_words() / 10);
    CHECK(holds("streams of random words", count, [] {
        const random_case c = *random_cases();
        const op word = make_op(c.word);
        std::mt19937_64 random(c.seed);
        for (const grouping groups : {grouping::fused, grouping::written}) {
            stream_options options{c.kept_window(), c.boundary, 1, std::nullopt, {.threads = 1}};
            options.plan.groups = groups;
            if (random() % 2 == 0) options.length = c.n;
            const auto x = random_values<std::complex<float>>(random, c.n);
            RC_ASSERT(streams_as_planned(word, x, options, random));
        }
    }));
}

TEST_CASE("stream: samples that are not finite, and those that no transform takes, as in a plan") {
    std::mt19937_64 random(3);
    const op word = conv(random_taps(random, 200));
    const float bad[] = {std::numeric_limits<float>::infinity(),
                         std::numeric_limits<float>::quiet_NaN(), 1e36F};
    for (const float value : bad) {
        for (const auto rule : boundaries) {
            for (const grouping groups : {grouping::fused, grouping::written}) {
                stream_options options{
                    window::full, rule, 1, std::nullopt, {.threads = 2, .method = method::fft}};
                options.plan.groups = groups;
                auto x = random_values<float>(random, 9000);
                for (const std::size_t at : {std::size_t{0}, std::size_t{4000}, x.size() - 1}) {
                    x[at] = value;
                    INFO(value, " at ", at, ", ", to_string(rule), ", ", to_string(groups));
                    CHECK(streams_as_planned(word, x, options, random));
                    CHECK(streams_as_planned(down(2) * word, x, options, random));
                }
            }
        }
    }
}

TEST_CASE("stream: blocks with a boundary's large samples, as in a plan") {
    std::mt19937_64 random(5);
    for (const op& word : {conv(random_taps(random, 700)), down(2) * conv(random_taps(random, 900)),
                           conv(random_taps(random, 900)) * up(3)}) {
        for (const auto rule : {boundary::smooth, boundary::line, boundary::antireflect}) {
            for (const index_t n : {300, 3'000, 9'000}) {
                for (const auto& which : {window::full, window::valid, window::same}) {
                    stream_options options{
                        which, rule, 1, std::nullopt, {.threads = 2, .method = method::fft}};
                    if (random() % 2 == 0) options.length = n;
                    INFO(to_string(word), " on ", n, ", ", to_string(rule), ", ", to_string(which));
                    CHECK(
                        streams_as_planned(word, random_values<float>(random, n), options, random));
                    CHECK(streams_as_planned(word, random_values<std::complex<float>>(random, n),
                                             options, random));
                }
            }
        }
    }
}
