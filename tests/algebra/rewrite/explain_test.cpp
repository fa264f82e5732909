#include "noble/explain.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "algebra/random_word.hpp"
#include "noble/laws.hpp"
#include "noble/parse.hpp"

using namespace noble;
using noble::testing::holds_for_genomes;
using noble::testing::scaled_cases;
using noble::testing::word_maker;

namespace {

struct explained {
    op left;
    op right;
    std::optional<derivation> steps;
};

explained derive(std::string_view text) {
    const equation e = parse_equation(text, standard_vocabulary());
    const op left = std::get<op>(e.left);
    const op right = std::get<op>(e.right);
    return {left, right, explain(left, right)};
}

bool is_derivation(const explained& f) {
    if (!f.steps) return false;
    const op* here = &f.left;
    for (const auto& step : *f.steps) {
        if (!same_word(*here, step.before) || !(step.before == step.after)) return false;
        here = &step.after;
    }
    return same_word(*here, f.right);
}

std::vector<std::string> laws_of(std::string_view text) {
    const explained f = derive(text);
    REQUIRE(is_derivation(f));
    std::vector<std::string> laws;
    for (const auto& step : *f.steps) laws.push_back(step.law);
    return laws;
}

using laws = std::vector<std::string>;

}  // namespace

TEST_CASE("explain: one law is one step") {
    CHECK(laws_of("down(2) * down(3) == down(6)") == laws{"down-down"});
    CHECK(laws_of("up(2, 1) * up(3) == up(6, 1)") == laws{"up-up"});
    CHECK(laws_of("down(5) * up(5) == id") == laws{"down-up"});
    CHECK(laws_of("down(2) * up(3) == up(3) * down(2)") == laws{"down-up-commute"});
    CHECK(laws_of("down(2) * conv(up(2)(q:3)) == conv(q) * down(2)") == laws{"noble-down"});
    CHECK(laws_of("conv(q:3) * down(4, -3) == down(4, -3) * conv(up(4)(q))") == laws{"noble-down"});
    CHECK(laws_of("conv(up(2)(q:3)) * up(2) == up(2) * conv(q)") == laws{"noble-up"});
    CHECK(laws_of("conv(q:3) * conv(h:2) == conv(h) * conv(q)") == laws{"conv-commute"});
    CHECK(laws_of("down(2) * delay(2) == delay(1) * down(2)") == laws{"down-delay"});
    CHECK(laws_of("up(3) * delay(-2) == delay(-6) * up(3)") == laws{"up-delay"});
    CHECK(laws_of("down(2) * conv(q:5@2) * up(2) == conv([q0 q2 q4]@1)") ==
          laws{"polyphase-component"});
    CHECK(laws_of("sum(p=0..3, up(4, p) * down(4, p)) == id") == laws{"comb-partition"});
    CHECK(laws_of("down(2) * conv(q:4) == conv([q0 q2]) * down(2) + conv([q1 q3]) * down(2, -1)") ==
          laws{"polyphase-decimator-1"});
    CHECK(laws_of("down(2) * (delay(3) + conv(q:2)) == down(2) * delay(3) + down(2) * conv(q)") ==
          laws{"distributive"});
}

TEST_CASE("explain: every law of the table has a derivation, of steps that the table names") {
    for (const auto& group : law_groups()) {
        for (const auto& a : group.laws) {
            INFO(a.name);
            const law_sides sides = at(a, a.example);
            const explained f{sides.left, sides.right, explain(sides.left, sides.right)};
            REQUIRE(is_derivation(f));
            for (const auto& step : *f.steps) {
                CHECK(find_law(step.law) != nullptr);
                CHECK(step.law != "canonical-form");
            }
        }
    }
}

TEST_CASE("explain: random equal words have derivations, of steps that the table names") {
    int derivations = 0;
    CHECK(holds_for_genomes(300, [&](word_maker words) {
        const op a = words.word(2);
        const index_t k = 1 + words.pick(3);
        const op b = up(k, 1) * down(k, 1) * a + (a - up(k, 1) * (down(k, 1) * a));
        const explained f{a, b, explain(a, b, {.words = 30})};
        if (f.steps) {
            RC_ASSERT(is_derivation(f));
            for (const auto& step : *f.steps) RC_ASSERT(find_law(step.law) != nullptr);
            ++derivations;
        }
        for (const auto& step : simplify_traced(b).trace) {
            RC_ASSERT(find_law(step.law) != nullptr);
        }
    }));
    CHECK(derivations >= scaled_cases(290));
}

TEST_CASE("explain: combs, lifting and filter banks are derived, not just computed") {
    CHECK(laws_of("up(2, 3) * down(2, 3) == up(2, 1) * down(2, 1)") == laws{"comb-period"});
    CHECK(laws_of("delay(3) * down(2) == down(2, -6)") == laws{"down-delay-phase"});
    const auto haar = laws_of(
        "1/2 * (corr([1 1]) * up(2) * down(2) * conv([1 1]) + "
        "corr([1 -1]) * up(2) * down(2) * conv([1 -1])) == id");
    for (const char* law : {"polyphase-interpolator-1", "polyphase-decimator-1", "zero"}) {
        INFO(law);
        CHECK(std::ranges::count(haar, law) >= 1);
    }
    CHECK(haar.back() == "comb-partition");
}

TEST_CASE("explain: zero, whatever it is made of") {
    CHECK(
        is_derivation(derive("down(4) * conv(q:3) * up(6, 1) - down(4) * conv(q) * up(6, 1) == "
                             "0 * down(2) * up(3)")));
    CHECK(is_derivation(derive("down(2) * up(2, 1) * conv(q:3) == conv(q) * (id - id)")));
}

TEST_CASE("explain: no step where the words are the same") {
    CHECK(laws_of("(down(3) * conv(q:5).T).T == conv(q) * up(3)").empty());
}

TEST_CASE("explain: several laws, joined") {
    // Two stages of interpolation are one.
    CHECK(laws_of("conv([1 2]) * up(2) * conv([1 3]) * up(3) == conv([1 2 3 6]) * up(6)") ==
          laws{"noble-up", "conv-conv", "up-up"});
    // Samples repeated, then filtered: one fused kernel.
    CHECK(laws_of("conv([1 2 1]) * (conv([1 1]) * up(2)) == conv([1 3 3 1]) * up(2)") ==
          laws{"conv-conv"});
    CHECK(laws_of("down(3) * (down(2) * conv(up(6)(q:3))) == conv(q) * down(6)").size() == 2);
    CHECK(laws_of("up(2) * (id + delay(1)) * conv(q:2) * down(2) == "
                  "up(2) * down(2) * conv([1 0 1]) * conv(up(2)(q))")
              .size() <= 6);
    CHECK(laws_of("down(2) * conv([1 2 3 4]) == "
                  "conv([1 3]) * down(2) + conv([2 4]) * delay(1) * down(2, 1)")
              .size() == 2);
}

TEST_CASE("explain: nothing for words that differ") {
    CHECK_FALSE(derive("down(2) * delay(1) == delay(1) * down(2)").steps);
    CHECK_FALSE(derive("up(2) * down(2) == id").steps);
    CHECK_FALSE(derive("up(2) == down(2)").steps);
}

TEST_CASE("explain: nothing beyond the bounds") {
    const op a = parse("conv([1 2]) * up(2) * conv([1 3]) * up(3)");
    const op b = parse("conv([1 2 3 6]) * up(6)");
    CHECK_FALSE(explain(a, b, {.words = 3000, .steps = 0}));
    CHECK(explain(a, b, {.words = 3000, .steps = 3}));
    CHECK(explain(a, b, {.words = 2, .steps = 16}));  // by way of simplify
}

TEST_CASE("explain: finds the way from a random word to its short one") {
    CHECK(holds_for_genomes(200, [](word_maker words) {
        const op a = words.word(2);
        const op b = simplify(a);
        const explained f{a, b, explain(a, b, {.words = 300, .steps = 64})};
        RC_ASSERT(is_derivation(f));
    }));
}

TEST_CASE("explain: derivations print one word per line, with the law") {
    const explained f = derive("down(2) * conv(up(2)(q:3)) == conv(q) * down(2)");
    CHECK(to_string(f.left, *f.steps) ==
          "   down(2) * conv(up(2)(q:3))\n"
          "=  conv(q:3) * down(2)          [noble-down]\n");
}
