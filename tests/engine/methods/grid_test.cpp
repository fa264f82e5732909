// A randomised grid: plans agree with the reference within the stated bound.
#include <doctest/doctest.h>
#include <gmpxx.h>

#include <algorithm>
#include <array>

#include "engine/cases.hpp"
#include "engine/methods/blocks.hpp"
#include "noble/evaluate.hpp"
#include "support/property.hpp"
#include "support/random_word.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

constexpr index_t far = index_t{1} << 33;

/// Whether blocks of fast transforms hold so many samples that their bounds take minutes. Of groups
/// as written those that a method does not run may be transformed too.
template <class T>
bool transforms_many(const op& word, grouping groups) {
    constexpr index_t most = index_t{1} << 17;
    const auto holds_more = [](const auto& group) {
        const auto grid = engine::blocks_of(group.form);
        return grid && (grid->transformed(0).count() > most || grid->tile() > most);
    };
    return std::ranges::any_of(engine::fused_groups<T>(word, 1, {.groups = groups}), holds_more);
}

/// One map in one element type and grouping: by every instruction set, or only by the best.
template <class T>
double worst_of(const op& word, const linear_map& a, grouping groups, bool all_sets,
                std::mt19937_64& random) {
    const auto x = random_values<T>(random, a.cols());
    const auto wanted = by_reference(a, x);
    double worst = 0;
    const bool has_long_blocks = transforms_many<T>(word, groups);
    for (const auto m : methods_of<T>(word, groups)) {
        if (has_long_blocks && (m == method::fft || groups == grouping::written)) continue;
        const auto bound =
            engine::error_bound<T>(a, magnitudes(x), {.method = m, .groups = groups}).error;
        for (const auto set : instruction_sets()) {
            if (!all_sets && set != instruction_sets().back()) continue;
            const plan_options options{
                .threads = 1, .method = m, .instructions = set, .groups = groups};
            const double units = units_of(by_plan<T>(a, x, options), wanted, bound);
            INFO(to_string(m), " ", to_string(groups), " ", to_string(set), " ", sizeof(T),
                 " bytes: ", to_string(a));
            CHECK(units <= 1);
            worst = std::max(worst, units);
        }
    }
    return worst;
}

/// Fused, and as written where that is something else: by the kernels of the best set.
template <class T>
double worst_of(const op& word, const linear_map& a, bool all_sets, std::mt19937_64& random) {
    if (!a.is_real() && std::is_floating_point_v<T>) return 0;
    double worst = 0;
    for (const grouping groups : groupings_of(word, std::get<map_node::bound_word>(a.root()).n)) {
        const bool sets = all_sets && groups == grouping::fused;
        worst = std::max(worst, worst_of<T>(word, a, groups, sets, random));
    }
    return worst;
}

double worst_of_all_types(const op& word, const linear_map& a, bool all_sets,
                          std::mt19937_64& random) {
    return std::max({worst_of<float>(word, a, all_sets, random),
                     worst_of<double>(word, a, all_sets, random),
                     worst_of<std::complex<float>>(word, a, all_sets, random),
                     worst_of<std::complex<double>>(word, a, all_sets, random)});
}

/// One real type and one complex type, drawn.
double worst_of_two_types(const op& word, const linear_map& a, bool all_sets,
                          std::mt19937_64& random) {
    const double of_real = random() % 2 == 0 ? worst_of<float>(word, a, all_sets, random)
                                             : worst_of<double>(word, a, all_sets, random);
    return std::max(of_real, random() % 2 == 0
                                 ? worst_of<std::complex<float>>(word, a, all_sets, random)
                                 : worst_of<std::complex<double>>(word, a, all_sets, random));
}

struct named_word {
    const char* name;
    op word;
};

sequence comb(index_t teeth, index_t distance) {
    std::vector<exact> values;
    for (index_t i = 0; i < teeth; ++i) values.emplace_back(rational(i % 5 + 1) / 4);
    return up(distance)(sequence(values));
}

std::vector<named_word> words(std::mt19937_64& random) {
    const auto q = [&](index_t count) { return random_taps(random, count); };
    const auto z = [&](index_t count) { return random_taps(random, count, true); };
    return {
        {"one tap", 3 * delay(5)},
        {"short", conv(q(5))},
        {"complex taps", conv(z(63))},
        {"imaginary taps", conv(exact(0, 2) * q(9))},
        {"long", conv(q(600))},
        {"dilated", conv(up(7)(q(31)))},
        {"echo", identity() + 0.5 * delay(4410)},
        {"sparse and long", conv(comb(40, 1000))},
        {"decimator", down(3) * conv(q(127))},
        {"decimator by 8", down(8, 5) * conv(z(33))},
        {"interpolator", conv(q(65)) * up(4, 1)},
        {"resampler", down(3) * conv(q(40)) * up(2)},
        {"stages", down(2) * conv(q(31)) * down(3, 1) * conv(q(600))},
        {"stages up", conv(z(9)) * up(2) * conv(q(300)) * up(3) * delay(-4)},
        {"neighbours, near and far", down(31) * conv(q(200)) * up(17, 2)},
        {"neighbours, complex taps with gaps", down(19) * conv(up(2)(z(140))) * up(23)},
        {"neighbours, few taps", down(24) * conv(q(13)) * up(35)},
        {"more rows than taps", down(3) * conv(q(4)) * up(7)},
        {"long steps in", down(4099) * conv(q(37))},
        {"long steps out", conv(q(21)) * up(5003)},
        {"steps out by transforms", conv(q(21)) * up(101)},
        {"long steps both", down(3000) * conv(q(700)) * up(2999)},
        {"period beyond lanes", conv(q(9)) * up(20011) + 2 * up(20011, 40)},
        {"every third", down(3, -1)},
        {"zeros between", up(4, 3)},
        {"thin, of any period", up(5) * down(7, 2)},
        {"thin, scaled", exact(0, 3) * down(2)},
        {"zero", 0 * conv(q(3))},
        {"zero that cancels", down(2) - down(2)},
    };
}

window random_window(std::mt19937_64& random, const op& word, index_t n) {
    switch (random() % 4) {
        case 0:
            return window::full;
        case 1:
            return window::valid;
        case 2:
            return window::same;
        default: {
            const auto full = window::full.of(word, n);
            const auto skip = static_cast<index_t>(random() % 1000) * (full.count() + 20) / 1000;
            return {full.begin + skip - 10, static_cast<index_t>(random() % 3000)};
        }
    }
}

constexpr index_t most_outputs = 20'000;  // tiles are of 8,192 or less, blocks of a few thousand

constexpr index_t most_inputs = 200'000;

/// Cuts windows that would cost too much, in outputs or in inputs: the first outputs are as good.
linear_map bind(const op& word, index_t n, window w, boundary b) {
    const auto kept = w.of(word, n);
    const rate r = word.rate();
    const index_t most = std::min(most_outputs, most_inputs / r.inputs * r.outputs);
    if (kept.count() > most) w = window(kept.begin, most);
    return word.on(n, w, b);
}

}  // namespace

TEST_CASE("grid: words, sizes, windows, boundaries, transposes, types, methods, instruction sets") {
    const auto seed = random_seed();
    std::mt19937_64 random(seed);
    CAPTURE(seed);
    const int rounds = std::max(1, random_words() / 10000);
    for (int round = 0; round < rounds; ++round) {
        for (const auto& [name, word] : words(random)) {
            const index_t n = std::array{1, 2, 37, 1000}[random() % 4];
            const auto b = boundaries[random() % boundaries.size()];
            const auto a = bind(word, n, random_window(random, word, n), b);
            CAPTURE(name);
            worst_of_two_types(word, random() % 2 == 0 ? a : a.T(), true, random);
        }
    }
}

TEST_CASE("grid: all boundaries, forwards and back") {
    std::mt19937_64 random(7);
    for (const op& word : {conv(random_taps(random, 30)),
                           down(2) * conv(random_taps(random, 9)) * up(3), up(2, 1), down(3)}) {
        for (const auto b : boundaries) {
            for (const index_t n : {1, 2, 3, 11}) {
                const auto a = word.on(n, window::full, b);
                worst_of_all_types(word, a, false, random);
                worst_of_all_types(word, a.T(), false, random);
            }
        }
    }
}

TEST_CASE("grid: signals longer than a tile, and pieces of many taps") {
    const auto seed = random_seed();
    std::mt19937_64 random(seed);
    CAPTURE(seed);
    for (const op& word : some_of<op>(
             {conv(random_taps(random, 1500)),
              down(147) * conv(random_taps(random, 3201)) * up(160),
              down(2) * conv(random_taps(random, 30)), conv(random_taps(random, 12)) * up(3),
              identity() + delay(9000), down(2, 1),
              down(4) * conv(random_taps(random, 90)) * down(2) * conv(random_taps(random, 700))},
             random)) {
        const std::array some{boundary::zero, boundary::periodic, boundary::antireflect};
        const auto a = bind(word, 20'000, window::full, some[random() % some.size()]);
        worst_of<float>(word, a, false, random);
        worst_of<double>(word, a.T(), false, random);
        worst_of<std::complex<float>>(word, a.T(), false, random);
    }
}

TEST_CASE("grid: no samples and no outputs") {
    std::mt19937_64 random(3);
    for (const op& word : {conv(random_taps(random, 5)), down(3) * conv(random_taps(random, 5)),
                           up(3), conv(random_taps(random, 5)) * up(20'000)}) {
        for (const auto& a : {word.on(0), word.on(0, window(-3, 20)), word.on(0).T(),
                              word.on(9, window(2, 0)), word.on(9, window(2, 0)).T(),
                              word.on(9, window(far, 7)), word.on(9, window(-far, 7)).T()}) {
            worst_of_all_types(word, a, true, random);
        }
    }
}

TEST_CASE("grid: indices up to 2^33") {
    std::mt19937_64 random(5);
    const auto q = random_taps(random, 7);
    const struct {
        op word;
        index_t first;
    } cases[] = {
        {delay(far), far - 5},
        {identity() + delay(far), far - 5},
        {identity() + delay(far), -5},
        {conv(q) + 2 * delay(far), far - 20},
        {delay(-far), -far - 5},
        {up(far), -3},
        {up(far, -2), -5},
        {down(far), -3},
        {down(far, 4), -3},
        {conv(q) * up(far), far - 10},
        {down(far) * conv(q), -4},
        {conv(q) * up(3) * delay(far), 3 * far - 10},
        {down(5) * conv(q) * delay(-5 * far), -far - 3},
        {up(far) + delay(7) * up(far), far - 3},
    };
    for (const auto& [word, first] : cases) {
        for (const auto b : boundaries) {
            const auto a = word.on(30, window(first, 50), b);
            worst_of_all_types(word, a, false, random);
            worst_of_all_types(word, a.T(), false, random);
        }
    }
}

TEST_CASE("grid: random words") {
    const int count = std::max(20, random_words() / 10);
    CHECK(holds("plans of random words", count, [] {
        const random_case c = *random_cases();
        const op word = make_op(c.word);
        const auto map = word.on(c.n, c.kept_window(), c.boundary);
        std::mt19937_64 random(c.seed);
        for (const auto& a : {map, map.T(), map.H()}) {
            RC_ASSERT(worst_of_all_types(word, a, true, random) <= 1.0);
        }
    }));
}
