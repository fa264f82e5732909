#include "noble/explain.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "algebra/random_word.hpp"
#include "algebra/rewrite/rules.hpp"
#include "noble/laws.hpp"
#include "noble/parse.hpp"

using namespace noble;
using noble::testing::holds_for_genomes;
using noble::testing::word_maker;

namespace {

struct found {
    op left;
    op right;
    std::optional<derivation> steps;
};

found derive(std::string_view text) {
    const equation e = parse_equation(text, standard_vocabulary());
    const op left = std::get<op>(e.left);
    const op right = std::get<op>(e.right);
    return {left, right, explain(left, right)};
}

bool is_derivation(const found& f) {
    if (!f.steps) return false;
    const op* here = &f.left;
    for (const auto& step : *f.steps) {
        if (!same_word(*here, step.before) || !(step.before == step.after)) return false;
        here = &step.after;
    }
    return same_word(*here, f.right);
}

std::vector<std::string> laws_of(std::string_view text) {
    const found f = derive(text);
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

TEST_CASE("explain: steps go by the names of the table of laws, or are the ring's own") {
    const std::set<std::string, std::less<>> ring{
        "identity",    "zero",       "distributive", "sum-commute", "like-terms",
        "scale-scale", "scale-conv", "scale-delay",  "scale-one",   "delay-zero",
        "down-one",    "up-one",     "conv-short"};
    const auto is_known = [&](std::string_view names) {
        std::istringstream words{std::string(names)};
        for (std::string name; words >> name;) {
            if (name.back() == ',') name.pop_back();
            INFO(name);
            CHECK((ring.contains(name) || find_law(name) != nullptr));
        }
    };
    for (const auto& law : rewriting::product_laws()) is_known(law.name);
    for (const auto& law : rewriting::word_laws()) is_known(law.name);
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
        const found f{a, b, explain(a, b, {.words = 300, .steps = 64})};
        RC_ASSERT(is_derivation(f));
    }));
}

TEST_CASE("explain: derivations print one word per line, with the law") {
    const found f = derive("down(2) * conv(up(2)(q:3)) == conv(q) * down(2)");
    CHECK(to_string(f.left, *f.steps) ==
          "   down(2) * conv(up(2)(q:3))\n"
          "=  conv(q:3) * down(2)          [noble-down]\n");
}
