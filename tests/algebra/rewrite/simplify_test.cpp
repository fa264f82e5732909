#include <doctest/doctest.h>
#include <gmpxx.h>

#include "algebra/random_word.hpp"
#include "algebra/rewrite/measure.hpp"
#include "algebra/rewrite/normal_form.hpp"
#include "noble/explain.hpp"
#include "noble/parse.hpp"

using namespace noble;
using noble::testing::holds_for_genomes;
using noble::testing::scaled_cases;
using noble::testing::word_maker;

namespace {

std::string simple(std::string_view text) { return to_string(simplify(parse(text))); }

// The same operator with letters that undo each other, phase by phase, or with terms that cancel.
op disguised(const op& a, word_maker& words) {
    const index_t k = 1 + words.pick(4);
    const index_t p = words.pick(7) - 3;
    std::vector<op> phases;
    switch (words.pick(6)) {
        case 1:
            for (index_t r = p; r < p + k; ++r) phases.push_back(up(k, r) * down(k, r) * a);
            return sum_of(phases);
        case 2:
            return a * (down(k, p) * up(k, p));
        case 3:
            return delay(p) * a + a - delay(p) * a;
        case 4:
            return delay(k) * scale(exact(k)) * a * conv({exact(rational(1, k))}) + a -
                   delay(k) * a;
        case 5:
            return down(k, p + k) * up(k, p) * a * delay(0) - (delay(-1) * a - a);
        default:
            return down(k, p) * up(k, p) * a;
    }
}

bool is_shorter_than_its_shape(const op& a) {
    const auto shape = rewriting::normal_form(a, 128);
    return !shape || rewriting::measure_of(a) < rewriting::measure_of(*shape);
}

// Without sums, and no kernel of two taps or more.
op one_branch(word_maker& words) {
    std::vector<op> factors;
    for (index_t i = 1 + words.pick(4); i > 0; --i) {
        const index_t k = 1 + words.pick(6);
        const index_t p = words.pick(9) - 4;
        const std::vector<op> letters{down(k, p), up(k, p), delay(p), scale(p)};
        factors.push_back(letters[static_cast<std::size_t>(words.pick(4))]);
    }
    return product_of(factors);
}

void require_joined(const op& from, const simplification& s) {
    const op* here = &from;
    for (const auto& step : s.trace) {
        RC_ASSERT(same_word(step.before, *here));
        RC_ASSERT(step.before == step.after);
        RC_ASSERT(!step.law.empty());
        here = &step.after;
    }
    RC_ASSERT(same_word(*here, s.word));
}

}  // namespace

TEST_CASE("simplify: the same operator, no longer, the same again, by steps that are true") {
    CHECK(holds_for_genomes(2000, [](word_maker words) {
        const op a = words.word(3);
        const auto s = simplify_traced(a);
        RC_ASSERT(s.word == a);
        RC_ASSERT(!(rewriting::measure_of(a) < rewriting::measure_of(s.word)));
        require_joined(a, s);
        const auto again = simplify_traced(s.word);
        RC_ASSERT(same_word(again.word, s.word));
        RC_ASSERT(again.trace.empty());
    }));
}

TEST_CASE("simplify: one kernel and one rate change have one word, however they are written") {
    CHECK(holds_for_genomes(500, [](word_maker words) {
        const sequence q = words.taps();
        const index_t k = 1 + words.pick(5);
        const index_t p = words.pick(7) - 3;
        const index_t d = words.pick(5) - 2;
        const op plain = down(k, p) * conv(q);
        const op padded = delay(d) * (down(k) * delay(-p - k * d) * conv(q) * identity());
        RC_ASSERT(same_word(simplify(plain), simplify(padded)));
        RC_ASSERT(same_word(simplify(plain.T()), simplify(padded.T())));
        const op low = conv(q) * down(k, p);
        const op high = down(k, p) * conv(up(k)(q));
        RC_ASSERT(same_word(simplify(low), simplify(high)));
        RC_ASSERT(same_word(simplify(low.T()), simplify(high.T())));
    }));
}

TEST_CASE(
    "simplify: equal words have one short word, unless one is shorter than the normal shape") {
    int same = 0;
    CHECK(holds_for_genomes(500, [&](word_maker words) {
        const op a = words.word(3);
        const op b = disguised(disguised(a, words), words);
        RC_ASSERT(a == b);
        const op left = simplify(a);
        const op right = simplify(b);
        RC_ASSERT(!(rewriting::measure_of(b) < rewriting::measure_of(right)));
        if (same_word(left, right)) {
            ++same;
        } else {
            RC_ASSERT(is_shorter_than_its_shape(left) || is_shorter_than_its_shape(right));
        }
    }));
    CHECK(same >= scaled_cases(480));
}

TEST_CASE("simplify: words without sums and kernels have one short word") {
    CHECK(holds_for_genomes(1000, [](word_maker words) {
        const op a = one_branch(words);
        const op b = disguised(disguised(a, words), words);
        RC_ASSERT(same_word(simplify(a), simplify(b)));
        RC_ASSERT(simplify(a).size() <= 3);
    }));
}

TEST_CASE("simplify: the shapes of the short words") {
    CHECK(simple("delay(2) * delay(-2)") == "id");
    CHECK(simple("delay(3) * id * delay(-1)") == "delay(2)");
    CHECK(simple("2 * conv([3]) * 1/6") == "id");
    CHECK(simple("2 * delay(1) * 3") == "conv([6]@-1)");
    CHECK(simple("conv([1 1]) * conv([1 -1])") == "conv([1 0 -1])");
    CHECK(simple("conv([0 1 0])") == "delay(1)");
    CHECK(simple("down(2) * down(3)") == "down(6)");
    CHECK(simple("up(2, 1) * up(3)") == "up(6, 1)");
    CHECK(simple("down(3) * up(3)") == "id");
    CHECK(simple("down(3, 4) * up(3, 1)") == "delay(-1)");
    CHECK(simple("down(2, 1) * up(2)") == "0");
    CHECK(simple("down(4) * up(6)") == "down(2) * up(3)");
    CHECK(simple("up(3) * down(2)") == "down(2) * up(3)");
    CHECK(simple("down(2) * delay(3)") == "down(2, -3)");
    CHECK(simple("down(2) * conv(up(2)(q:3))") == "conv(q:3) * down(2)");
    CHECK(simple("conv(up(2)(q:3)) * up(2)") == "up(2) * conv(q:3)");
    CHECK(simple("down(2) * conv(q:5) * up(2)") == "conv([q0 q2 q4])");
    CHECK(simple("3 * conv(q:2) * up(2)") == "conv([3*q0 3*q1]) * up(2)");
    CHECK(simple("delay(1) * down(2) + delay(1) * down(2)") == "2 * down(2, -2)");
    CHECK(simple("up(2) * down(2) + up(2, 1) * down(2, 1)") == "id");
    CHECK(simple("down(2) - down(2)") == "0 * down(2)");
}

TEST_CASE("simplify: a kernel between coprime factors stands at the lowest rate that it can") {
    CHECK(simple("down(2) * conv(up(3, 4)(q:2)) * up(3)") == "down(2) * up(3, 1) * conv(q:2@-1)");
    CHECK(simple("down(2) * conv(up(2, 1)(q:2)) * up(3)") == "conv(q:2@-1) * down(2, 1) * up(3)");
    CHECK(simple("down(2) * conv(up(6)(q:2)) * up(3)") == "up(3) * conv(q:2) * down(2)");
    CHECK(simple("delay(4) * up(3) * conv(q:2) * down(2, 7)") ==
          "up(3, 1) * conv(q:2@2) * down(2, 1)");
}

TEST_CASE("simplify: combs have their least period and phases within it") {
    CHECK(simple("up(4) * down(4) * up(6) * down(6)") == "up(12) * down(12)");
    CHECK(simple("up(6) * down(6) * up(4) * down(4)") == "up(12) * down(12)");
    CHECK(simple("up(2, 3) * down(2, 3)") == "up(2, 1) * down(2, 1)");
    CHECK(simple("up(4, 2) * down(4, 2) + up(4) * down(4)") == "up(2) * down(2)");
    CHECK(simple("2 * up(2) * down(2) + up(2, 1) * down(2, 1)") == "id + up(2) * down(2)");
}

TEST_CASE("simplify: words of longer periods") {
    CHECK(simple("up(2) * down(2)") == "up(2) * down(2)");
    CHECK(simple("up(2) * down(2) * up(2) * down(2)") == "up(2) * down(2)");
    CHECK(simple("2 * up(2) * down(2) * 3") == "6 * up(2) * down(2)");
    CHECK(simple("up(2) * down(2) + up(2) * down(2)") == "2 * up(2) * down(2)");
    CHECK(simple("up(2) * conv(q:2) * down(2) * delay(1)") == "up(2) * conv(q:2@-1) * down(2, 1)");
    CHECK(simple("up(2) * down(2) * (conv(q:2) + conv(h:2))") ==
          "up(2) * down(2) * conv([h0+q0 h1+q1])");
}

TEST_CASE("simplify: zero of every rate has one word") {
    CHECK(simple("down(6, 1) * up(4)") == "down(6, 1) * up(4)");
    CHECK(simple("0 * down(3) * up(2)") == "down(6, 1) * up(4)");
    CHECK(simple("0 * up(5)") == "0 * up(5)");
    CHECK(simple("conv([0 0]) * up(3) * down(3)") == "0");
}

TEST_CASE("simplify: long words are short work") {
    CHECK(simple("delay(1)^10000") == "delay(10000)");
    CHECK(simple("(up(2) * down(2))^500") == "up(2) * down(2)");
}
