// Streams give the bytes of a plan on the whole signal, however it is split.
#include "noble/stream.hpp"

#include <doctest/doctest.h>

#include <cstring>
#include <limits>

#include "algebra/checked.hpp"
#include "cases.hpp"
#include "noble/error.hpp"
#include "noble/matrix.hpp"
#include "support/property.hpp"
#include "support/random_word.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

template <class T>
bool same_bytes(const std::vector<T>& a, const std::vector<T>& b) {
    return a.size() == b.size() &&
           (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0);
}

template <class T>
void append(std::vector<T>& all, std::span<const T> more) {
    all.insert(all.end(), more.begin(), more.end());
}

/// Block sizes of a split: all of one size (of one sample in short signals), of any size, or one.
class splitter {
 public:
    splitter(std::mt19937_64& random, std::size_t frames)
        : random_(random),
          kind_(random() % 4),
          size_(frames > 2000       ? 200 + random() % 2000
                : random() % 2 == 0 ? 1
                                    : 1 + random() % 100) {}
    std::size_t operator()(std::size_t left) {
        switch (kind_) {
            case 0:
            case 1:
                return std::min(left, size_);
            case 2:
                return std::min<std::size_t>(left, random_() % (left + 1));
            default:
                return left;
        }
    }

 private:
    std::mt19937_64& random_;
    std::size_t kind_;
    std::size_t size_;
};

/// All outputs of a stream that is given the interleaved frames x.
template <class T>
std::vector<T> outputs_of(stream<T>& s, const std::vector<T>& x, std::mt19937_64& random) {
    const auto channels = static_cast<std::size_t>(s.options().channels);
    const auto ends = static_cast<std::size_t>(s.end_frames()) * channels;
    if (ends > 0 && random() % 3 > 0) s.prime(std::span(x).last(ends));
    std::vector<T> y;
    splitter next(random, x.size() / channels);
    for (std::size_t at = 0; at < x.size();) {
        const std::size_t count = next((x.size() - at) / channels) * channels;
        append(y, s(std::span(x).subspan(at, count)));
        at += count;
    }
    append(y, s.flush());
    CHECK(s.frames_in() == static_cast<index_t>(x.size() / channels));
    CHECK(s.frames_out() == static_cast<index_t>(y.size() / channels));
    return y;
}

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
    const auto map = word.on(n, options.which, options.rule);
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
    constexpr index_t n = 700;
    for (const boundary rule : {boundary::zero, boundary::reflect}) {
        const stream_options options{.rule = rule, .channels = channels, .plan = {.threads = 1}};
        const auto x = random_values<T>(random, n * channels);
        stream<T> s(word, options);
        const auto y = outputs_of(s, x, random);
        INFO(to_string(word), ", ", to_string(rule), ", bytes ", sizeof(T));
        const auto map = word.on(n, options.which, rule);
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
                                   {.threads = threads_of(random), .use = m}};
            options.plan.groups = groups;
            if (random() % 2 == 0) options.length = n;
            const auto x = random_values<T>(random, n * options.channels);
            INFO(to_string(word), " on ", n, ", ", to_string(options.which), ", ", to_string(rule),
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
            stream_options options{c.kept_window(), c.rule, 1, std::nullopt, {.threads = 1}};
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
                    window::full, rule, 1, std::nullopt, {.threads = 2, .use = method::fft}};
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
                        which, rule, 1, std::nullopt, {.threads = 2, .use = method::fft}};
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
                    stream_options options{w, rule, 1, std::nullopt, {.threads = 1, .use = m}};
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
            stream<double> s(word, {.which = window(-200, 600), .plan = {.use = method::rows}});
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
        stream<float> blind(word, {.rule = rule});
        CHECK(blind.waits_for_end());
        CHECK(blind.end_frames() == 0);
        CHECK(blind(x).empty());
        CHECK(blind.flush().size() == 100);

        stream<float> told(word, {.rule = rule, .length = 100});
        CHECK(told.waits_for_end());
        CHECK(told.end_frames() == (rule == boundary::line ? 1 : 4));
        told.prime(std::span<const float>(x).last(static_cast<std::size_t>(told.end_frames())));
        CHECK_FALSE(told.waits_for_end());
        CHECK(told(std::span<const float>(x).first(50)).size() == 46);
        told.reset();
        CHECK(told.waits_for_end());

        const stream<float> ahead(conv({1, 2}) * delay(-1), {.rule = rule});
        CHECK_FALSE(ahead.waits_for_end());
    }
    const stream<float> mirrored(word, {.rule = boundary::symmetric});
    CHECK_FALSE(mirrored.waits_for_end());
    CHECK(mirrored.end_frames() == 0);
}

TEST_CASE("stream: what waits for the end is refused beyond the memory limit") {
    const auto before = memory_limit();
    set_memory_limit(1 << 20);
    stream<float> s(conv({1, 2, 1}), {.rule = boundary::periodic});
    const std::vector<float> x(1 << 14);
    CHECK_THROWS_AS(
        [&] {
            for (int i = 0; i < 100; ++i) s(x);
        }(),
        limit_error);
    // Streams that need not wait go on in as little.
    stream<float> other(conv({1, 2, 1}), {.rule = boundary::symmetric});
    index_t count = 0;
    for (int i = 0; i < 100; ++i) count += static_cast<index_t>(other(x).size());
    CHECK(count + static_cast<index_t>(other.flush().size()) == 100 * (1 << 14));
    CHECK_THROWS_AS(stream<float>(identity() + delay(1 << 20)), limit_error);
    set_memory_limit(before);
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

    stream<float> ten(word, {.rule = boundary::periodic, .length = 10});
    CHECK_THROWS_WITH_AS(ten.prime(std::span(x).first(3)), doctest::Contains("last 2 frames"),
                         shape_error);
    CHECK_THROWS_WITH_AS(ten(x), doctest::Contains("10 frames"), shape_error);
    ten(std::span(x).first(9));
    CHECK_THROWS_WITH_AS(ten.flush(), doctest::Contains("ends after 9"), shape_error);

    CHECK_THROWS_AS(stream<float>(word, {.rule = boundary::edge}).flush(), shape_error);
    CHECK_THROWS_AS(stream<float>(word, {.channels = 0}), argument_error);
    CHECK_THROWS_AS(stream<float>(word, {.length = -1}), argument_error);
    CHECK_THROWS_AS(stream<float>(word, {.rule = boundary::edge, .length = 0}), shape_error);
    CHECK_THROWS_AS(stream<float>(word, {.plan = {.threads = -1}}), argument_error);
    CHECK_THROWS_AS(stream<float>(word, {.plan = {.use = method::thin}}), argument_error);
    CHECK_THROWS_AS(stream<float>(conv(sequence{1, exact(0, 1)})), argument_error);
    CHECK_THROWS_AS(stream<float>(conv(unknown("q", 3))), argument_error);
    CHECK_THROWS_AS(stream<float>(conv({1e39})), argument_error);
}
