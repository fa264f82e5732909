// Verdicts and witnesses against the index formulas of the oracle, on random pairs.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <stdexcept>

#include "noble/error.hpp"
#include "noble/prove.hpp"
#include "support/equal_words.hpp"
#include "support/property.hpp"
#include "support/random_word.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

constexpr index_t longest_period = 400;

struct found {
    index_t input;
    index_t output;
    exact left;
    exact right;
};

bool is_nearer(index_t a, index_t b) {
    return std::abs(a) != std::abs(b) ? std::abs(a) < std::abs(b) : a > b;
}

exact at(const signal& x, index_t n) {
    const auto place = std::ranges::find(x, n, [](const auto& sample) { return sample.first; });
    return place == x.end() ? exact() : to_exact(place->second);
}

signal column(const word_tree& tree, index_t m) { return forward(tree, {{m, {1, 0}}}); }

std::optional<index_t> nearest_difference(const signal& a, const signal& b) {
    std::optional<index_t> best;
    for (const auto* x : {&a, &b}) {
        for (const auto& [n, value] : *x) {
            if (at(a, n) != at(b, n) && (!best || is_nearer(n, *best))) best = n;
        }
    }
    return best;
}

// The least witness by the oracle, for words of one rate: nothing where they are equal.
std::optional<found> by_hand(const word_tree& a, const word_tree& b, index_t columns) {
    for (index_t m = 0; m < columns; ++m) {
        const signal left = column(a, m);
        const signal right = column(b, m);
        if (const auto n = nearest_difference(left, right)) {
            return found{m, *n, at(left, *n), at(right, *n)};
        }
    }
    return {};
}

// The values of a refuted word's witness, and that nothing before it differs (for these values).
void confirm(const witness& w, const word_tree& a, const word_tree& b, std::uint64_t seed) {
    const word_tree left = with_values(a, seed);
    const word_tree right = with_values(b, seed);
    RC_ASSERT(w.input >= 0);
    RC_ASSERT(w.left != w.right);
    RC_ASSERT(value_of(w.left, seed) == at(column(left, w.input), w.output));
    RC_ASSERT(value_of(w.right, seed) == at(column(right, w.input), w.output));
    const auto least = by_hand(left, right, w.input + 1);
    if (!least) return;
    RC_ASSERT(least->input == w.input);
    RC_ASSERT(!is_nearer(least->output, w.output));
}

// A bound of the terms of a tap, which is a polynomial in the unknown ones.
double terms(const word_tree& t) {
    if (t.parts.empty()) return t.k >= first_unknown ? static_cast<double>(t.taps.size()) : 1;
    double sum = 0;
    double product = 1;
    for (const auto& part : t.parts) {
        sum += terms(part);
        product *= terms(part);
    }
    if (t.what == letter::power) return std::pow(product, static_cast<double>(t.k));
    return t.what == letter::product ? product : sum;
}

// What a quick test has the time for: some milliseconds a pair.
constexpr double most_terms = 2000;

struct tally {
    int equal = 0;
    int different = 0;
    int rates = 0;
    int with_unknowns = 0;
};

// False where the pair is no pair (a sum of two rates) or too large for the oracle.
bool decide_pair(const word_tree& a, const word_tree& b, tally& count) {
    std::optional<op> left;
    std::optional<op> right;
    try {
        left = make_symbolic(a);
        right = make_symbolic(b);
    } catch (const error&) {
        return false;
    }
    const index_t period = std::lcm(period_of(a).second, period_of(b).second);
    if (period > longest_period) return false;
    const bool hints = (count.equal + count.different + count.rates) % 64 == 0;
    const proof p = hints ? prove(*left, *right) : decide(*left, *right);
    RC_ASSERT(p.holds() == (*left == *right));
    count.with_unknowns += p.unknowns.empty() ? 0 : 1;
    if (rate_of(a) != rate_of(b)) {
        ++count.rates;
        RC_ASSERT(!p.holds() && !p.difference);
        RC_ASSERT(p.left_rate == rate_of(a) && p.right_rate == rate_of(b));
        return true;
    }
    if (p.holds()) {
        ++count.equal;
        RC_ASSERT((p.answer == verdict::proved_for_all_signals) == p.unknowns.empty());
        for (const std::uint64_t seed : {1, 2}) {
            RC_ASSERT(!by_hand(with_values(a, seed), with_values(b, seed), period));
        }
        return true;
    }
    ++count.different;
    RC_ASSERT(p.difference.has_value());
    bool seen = false;
    for (const std::uint64_t seed : {1, 2, 3}) {
        confirm(*p.difference, a, b, seed);
        seen = seen || value_of(p.difference->left, seed) != value_of(p.difference->right, seed);
    }
    RC_ASSERT(seen);
    return true;
}

bool decide_or_overflow(const word_tree& a, const word_tree& b, tally& count) {
    try {
        return decide_pair(a, b, count);
    } catch (const std::overflow_error&) {
        return false;
    }
}

}  // namespace

TEST_CASE("prove: never a wrong verdict, and every witness is the least one") {
    const int wanted = random_words() / 2;
    tally count;
    int decided = 0;
    while (decided < wanted) {
        const int before = decided;
        REQUIRE(holds("random pairs", wanted, [&] {
            const auto c = *random_cases();
            word_shuffler shuffle(*rc::gen::arbitrary<std::uint64_t>());
            word_tree left = c.word;
            if (shuffle.pick(3) == 0) left = shuffle.marked(left);
            if (terms(left) > most_terms) return;
            if (shuffle.pick(30) == 0) {
                word_tree nothing;
                nothing.what = letter::scale;
                left = word_tree{letter::product, 1, 0, {}, 0, {}, {left, nothing}};
            }
            word_tree right = shuffle.rewritten(left);
            const bool broken = shuffle.pick(2) == 0;
            if (broken) right = shuffle.broken(right);
            if (terms(right) > most_terms) return;
            RC_LOG() << to_string(left) << "\nagainst\n" << to_string(right) << "\n";
            tally here = count;
            if (!decide_or_overflow(left, right, here)) return;
            RC_ASSERT(broken || here.equal > count.equal);
            count = here;
            ++decided;
        }));
        REQUIRE(decided > before);
    }
    MESSAGE(decided << " pairs: " << count.equal << " equal, " << count.different << " different, "
                    << count.rates << " of two rates, " << count.with_unknowns
                    << " with unknown taps");
    CHECK(count.equal > wanted / 4);
    CHECK(count.different > wanted / 20);
    CHECK(count.rates > wanted / 200);
    CHECK(count.with_unknowns > wanted / 10);
}
