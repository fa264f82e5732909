// The same bytes whatever the number of threads and wherever a window begins; plans executed from
// several threads at once.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <thread>

#include "engine/cases.hpp"
#include "support/property.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

template <class T>
bool same_bytes(const T* a, const T* b, std::size_t count) {
    return std::memcmp(a, b, count * sizeof(T)) == 0;
}

std::vector<op> long_words(std::mt19937_64& random) {
    return {conv(random_taps(random, 700)),
            down(2) * conv(random_taps(random, 31)),
            down(2) * conv(random_taps(random, 31)) * up(3),
            identity() + 0.3 * delay(5000),
            up(3) * down(2),
            conv(random_taps(random, 9)) * up(9001),
            down(4, 1) * conv(random_taps(random, 90)) * up(3) * conv(random_taps(random, 700))};
}

template <class T>
void does_not_depend_on_threads(const linear_map& a, const extents& shape, int axis) {
    std::mt19937_64 random(1);
    const extents out = output_shape(a, shape, axis);
    const auto strides_of = [](const extents& s) {
        extents strides(s.size(), 1);
        for (std::size_t i = s.size() - 1; i-- > 0;) strides[i] = strides[i + 1] * s[i + 1];
        return strides;
    };
    const auto x = random_values<T>(random, element_count(shape));
    for (const grouping groups : {grouping::fused, grouping::written}) {
        std::vector<T> first;
        for (const int threads : {1, 2, 3, 7}) {
            const plan<T> p(a, {.threads = threads, .groups = groups});
            workspace<T> w(p);
            std::vector<T> y(static_cast<std::size_t>(element_count(out)));
            p({x.data(), shape, strides_of(shape)}, {y.data(), out, strides_of(out)}, w, T(2), T(0),
              axis);
            if (threads == 1) first = y;
            CHECK(same_bytes(first.data(), y.data(), y.size()));
        }
    }
}

template <class T>
void does_not_depend_on_the_window(const op& word, index_t n, boundary b, method m,
                                   grouping groups) {
    std::mt19937_64 random(2);
    const auto x = random_values<T>(random, n);
    const auto full = window::full.of(word, n);
    // Groups that m does not run have the same methods too, however many outputs there are.
    const plan_options options{.threads = 1, .method = m, .groups = groups, .endless = true};
    const index_t count = std::min<index_t>(full.count(), 60'000);
    const auto all = by_plan(word.on(n, window(full.begin, count), b), x, options);
    for (int i = 0; i < 12; ++i) {
        const index_t skip = static_cast<index_t>(random() % static_cast<std::uint64_t>(count));
        const index_t most = i % 2 == 0 ? std::min<index_t>(20, count - skip) : count - skip;
        const index_t kept = 1 + static_cast<index_t>(random() % static_cast<std::uint64_t>(most));
        const auto y = by_plan(word.on(n, window(full.begin + skip, kept), b), x, options);
        CHECK(same_bytes(y.data(), all.data() + skip, y.size()));
    }
}

}  // namespace

TEST_CASE("threads: any number of them gives the same bytes") {
    const auto seed = random_seed();
    std::mt19937_64 random(seed);
    CAPTURE(seed);
    for (const op& word : some_of(long_words(random), random)) {
        for (const auto b : {boundary::zero, boundary::symmetric}) {
            const auto a = word.on(12'000, window(-10, 40'000), b);
            does_not_depend_on_threads<float>(a, {12'000}, 0);
            does_not_depend_on_threads<double>(a.T(), {40'000}, 0);
            const auto same = window::same.of(word, 50);
            const auto small =
                word.on(50, window(same.begin, std::min<index_t>(same.count(), 2'000)), b);
            does_not_depend_on_threads<std::complex<float>>(small, {50, 37}, 0);
            does_not_depend_on_threads<float>(small, {37, 50}, 1);
            if (small.rows() < 1000) {
                does_not_depend_on_threads<float>(kron(small, small), {50, 50}, -1);
            }
        }
    }
}

TEST_CASE("threads: an output's bytes do not depend on the window it is asked for in") {
    const auto seed = random_seed();
    std::mt19937_64 random(seed);
    CAPTURE(seed);
    for (const op& word : some_of(long_words(random), random)) {
        for (const grouping groups : groupings_of(word, 20'000)) {
            for (const auto m : methods_of<float>(word, groups)) {
                CAPTURE(to_string(m));
                CAPTURE(to_string(groups));
                CAPTURE(to_string(word));
                does_not_depend_on_the_window<float>(word, 20'000, boundary::zero, m, groups);
            }
            for (const auto m : methods_of<std::complex<double>>(word, groups)) {
                CAPTURE(to_string(m));
                CAPTURE(to_string(groups));
                CAPTURE(to_string(word));
                does_not_depend_on_the_window<std::complex<double>>(word, 3'000, boundary::smooth,
                                                                    m, groups);
            }
        }
    }
}

// Blocks that run beyond the signal's ends: some of their outputs come from another transform.
TEST_CASE("threads: nor do those of blocks with a boundary's large samples") {
    std::mt19937_64 random(7);
    for (const op& word : {conv(random_taps(random, 700)), down(2) * conv(random_taps(random, 900)),
                           down(2) * conv(random_taps(random, 900)) * up(3)}) {
        for (const auto rule : {boundary::smooth, boundary::line, boundary::antireflect}) {
            for (const index_t n : {1'500, 9'000}) {
                CAPTURE(to_string(word));
                CAPTURE(to_string(rule));
                does_not_depend_on_the_window<float>(word, n, rule, method::fft, grouping::fused);
                does_not_depend_on_the_window<std::complex<double>>(word, n, rule, method::fft,
                                                                    grouping::fused);
            }
        }
    }
}

// Whatever is streamed past the caches: outputs of 24 MiB against parts of them.
TEST_CASE("threads: an output too long for the caches has the bytes of its parts") {
    std::mt19937_64 random(6);
    const op taps = conv(random_taps(random, 15));
    for (const op& word : {taps, taps * up(2), taps * up(3), taps * up(4), taps * up(8),
                           taps * up(5), down(2) * taps * up(3)}) {
        CAPTURE(to_string(word));
        constexpr index_t outputs = 6'000'001;
        constexpr index_t part = 50'000;
        const index_t n = 1'000'000;
        const auto x = random_values<float>(random, n);
        const plan_options options{.threads = 2, .endless = true};
        const auto all = by_plan(word.on(n, window(-3, outputs), boundary::periodic), x, options);
        for (index_t skip = 0; skip < outputs; skip += 20 * part + 1) {
            const index_t kept = std::min(part, outputs - skip);
            const auto some =
                by_plan(word.on(n, window(skip - 3, kept), boundary::periodic), x, options);
            CHECK(same_bytes(some.data(), all.data() + skip, some.size()));
        }
    }
}
