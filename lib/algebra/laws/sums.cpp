// Sums: distributed and factored out, put in order, terms collected and left out.
#include <algorithm>

#include "algebra/laws/rule.hpp"
#include "algebra/laws/tables.hpp"
#include "algebra/words/parts.hpp"

namespace noble::law_tables {
namespace {

words without(const words& terms, std::size_t i) {
    words rest = terms;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
    return rest;
}

// A·(B + C) = A·B + A·C, the ring's law for linear operators.
op into_right_sum(const op& a, const node::sum& s) {
    words terms;
    for (const auto& term : s.terms) terms.push_back(a * term);
    return sum_of(terms);
}

op into_left_sum(const node::sum& s, const op& a) {
    words terms;
    for (const auto& term : s.terms) terms.push_back(term * a);
    return sum_of(terms);
}

// The terms that share the first (or last) factor of term i, as one: AB + AC = A(B + C).
maybe factored(const words& terms, std::size_t i, bool left) {
    const auto end = [&](const words& f) { return left ? f.front() : f.back(); };
    const op common = end(factors_of(terms[i]));
    words inside;
    words result;
    std::size_t place = 0;
    for (const auto& term : terms) {
        words f = factors_of(term);
        if (!same_word(end(f), common)) {
            result.push_back(term);
            continue;
        }
        if (inside.empty()) place = result.size();
        f.erase(left ? f.begin() : f.end() - 1);
        inside.push_back(product_of(f));
    }
    if (inside.size() < 2) return {};
    const op sum = sum_of(inside);
    result.insert(result.begin() + static_cast<std::ptrdiff_t>(place),
                  left ? common * sum : sum * common);
    return sum_of(result);
}

words factored_out(const node::sum& s) {
    words found;
    for (std::size_t i = 0; i + 1 < s.terms.size(); ++i) {
        for (const bool left : {true, false}) {
            auto word = factored(s.terms, i, left);
            if (word &&
                std::ranges::none_of(found, [&](const op& a) { return same_word(a, *word); })) {
                found.push_back(*word);
            }
        }
    }
    return found;
}

maybe put_in_order(const node::sum& s) {
    words terms = s.terms;
    std::ranges::stable_sort(terms, {}, order_key);
    const op sorted = sum_of(terms);
    return same_word(sorted, op(s)) ? maybe{} : maybe(sorted);
}

// aA + bA = (a + b)A
maybe collected(const node::sum& s) {
    for (std::size_t j = 1; j < s.terms.size(); ++j) {
        const auto [b, core] = as_multiple(s.terms[j]);
        for (std::size_t i = 0; i < j; ++i) {
            const auto [a, other] = as_multiple(s.terms[i]);
            if (!same_word(core, other)) continue;
            const exact c = a + b;
            words terms = without(s.terms, j);
            terms[i] = c == exact(1) ? core : c * core;
            return sum_of(terms);
        }
    }
    return {};
}

maybe without_zero(const node::sum& s) {
    for (std::size_t i = 0; i < s.terms.size(); ++i) {
        if (as_multiple(s.terms[i]).number.is_zero()) return sum_of(without(s.terms, i));
    }
    return {};
}

}  // namespace

std::vector<law> sums() {
    return {
        {.name = "distributive",
         .says = "Everything here is linear: a letter goes into a sum, from either side.",
         .formula = "down(a) * (conv(q:m) + delay(d)) * up(b) == "
                    "down(a) * conv(q) * up(b) + down(a) * delay(d) * up(b)",
         .source = oppenheim_schafer_2,
         .ranges = {"a=1..3", "b=1..3", "m=1..4", "d=-2..2"},
         .example = {{"a", 2}, {"b", 1}, {"m", 2}, {"d", 1}},
         .rewrites = {rule(84, search, into_right_sum), rule(84, search, into_left_sum),
                      rule(84, search, factored_out)}},
        {.name = "sum-commute",
         .says = "Terms change places.",
         .formula = "down(k, p) + conv(q:m) * down(k) == conv(q) * down(k) + down(k, p)",
         .source = oppenheim_schafer_2,
         .ranges = {"k=1..4", "p=-2..3", "m=1..4"},
         .example = {{"k", 2}, {"p", 1}, {"m", 2}},
         .rewrites = {rule(85, search, put_in_order)}},
        {.name = "like-terms",
         .says = "Multiples of one word add up.",
         .formula = "a * (down(k) * conv(q:m)) + b * (down(k) * conv(q)) == "
                    "(a + b) * (down(k) * conv(q))",
         .source = oppenheim_schafer_2,
         .ranges = {"a=-2..2", "b=-2..2", "k=1..3", "m=1..3"},
         .example = {{"a", 2}, {"b", -1}, {"k", 2}, {"m", 2}},
         .rewrites = {rule(82, search, collected)}},
        {.name = "zero",
         .says = "A term that is zero is left out.",
         .formula = "down(k) * conv(q:m) + 0 * down(k, p) == down(k) * conv(q)",
         .source = oppenheim_schafer_2,
         .ranges = {"k=1..4", "m=1..4", "p=-2..3"},
         .example = {{"k", 2}, {"m", 2}, {"p", 1}},
         .rewrites = {rule(81, search, without_zero)}},
    };
}

}  // namespace noble::law_tables
