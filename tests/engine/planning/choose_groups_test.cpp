// How chains are cut: the groups are the word, the cheapest cut is found, nothing large is made on
// the way.
#include "engine/planning/choose_groups.hpp"

#include <doctest/doctest.h>

#include <random>

#include "engine/cases.hpp"
#include "noble/design.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

constexpr index_t long_signal = index_t{1} << 20;

std::vector<op> groups(const op& word, index_t count = long_signal) {
    return engine::choose_groups<float>(word, count, {});
}

sequence low(double cutoff, index_t taps) { return lowpass(cutoff, taps); }

}  // namespace

TEST_CASE("groups: a decimator in two stages stays two, each fused with its own filter") {
    const op first = down(8) * conv(low(1.0 / 8, 90));
    const op second = down(6) * conv(low(1.0 / 6, 400));
    const auto found = groups(second * first);
    REQUIRE(found.size() == 2);
    CHECK(same_word(found[0], second));
    CHECK(same_word(found[1], first));
}

TEST_CASE("groups: so does an interpolator, its transpose") {
    const op word = (down(6) * conv(low(1.0 / 6, 400)) * down(8) * conv(low(1.0 / 8, 90))).T();
    CHECK(groups(word).size() == 2);
}

TEST_CASE("groups: letters that only move samples join their neighbours") {
    std::mt19937_64 random(1);
    const op filter = conv(random_taps(random, 31));
    for (const op& word : {down(2) * filter, delay(3) * filter * delay(-2), 2 * filter,
                           down(3) * filter * up(2), filter * up(4, 1) * delay(9)}) {
        CHECK(groups(word).size() == 1);
    }
}

TEST_CASE("groups: the product of the groups is the word, whatever the count") {
    std::mt19937_64 random(2);
    for (int i = 0; i < 30; ++i) {
        std::vector<op> factors;
        const auto letters = 1 + random() % 9;
        while (factors.size() < letters) {
            const auto k = static_cast<index_t>(1 + random() % 5);
            const op choices[] = {down(k), up(k, 1), delay(k), conv(random_taps(random, 40 * k)),
                                  identity() + delay(k)};
            factors.push_back(choices[random() % 5]);
        }
        const op word = product_of(factors);
        for (const index_t count : {0, 1, 1000, 1 << 30}) {
            CHECK(same_word(product_of(groups(word, count)), word));
        }
    }
}

TEST_CASE("groups: what would be too large to fuse is kept apart") {
    // Fused: 2^40 taps.
    std::vector<op> factors;
    for (index_t i = 0; i < 40; ++i) factors.push_back(identity() + delay(index_t{1} << i));
    const op word = product_of(factors);
    CHECK(groups(word).size() > 1);
    CHECK(same_word(product_of(groups(word)), word));
    const op comb = conv(up(1'000'003)(sequence{1, 2, 3})) * conv(up(99'991)(sequence{1, 2, 3}));
    CHECK(same_word(product_of(groups(comb)), comb));
}

TEST_CASE("groups: a method asked for by name runs the word as one") {
    const op word = down(6) * conv(low(1.0 / 6, 400)) * down(8) * conv(low(1.0 / 8, 90));
    CHECK(engine::choose_groups<double>(word, long_signal, {.method = method::lanes}).size() == 1);
}

TEST_CASE("groups: plans run the cut of least cost") {
    std::mt19937_64 random(4);
    const op word = down(6) * conv(low(1.0 / 6, 400)) * down(8) * conv(low(1.0 / 8, 90));
    for (const auto& a : {word.on(50'000), word.on(50'000, window::same, boundary::reflect)}) {
        const auto x = random_values<float>(random, a.cols());
        const plan<float> p(a);
        CHECK(p.explain().stages.size() == 2);
        const plan<float> fused(a, {.groups = grouping::fused});
        CHECK(fused.explain().stages.size() == 1);
        CHECK(fused.explain().stages[0].chosen.predicted > p.explain().stages[0].chosen.predicted);
    }
}
