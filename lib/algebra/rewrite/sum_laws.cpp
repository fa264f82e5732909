// Sums: terms collected, added as kernels, factored out, put in order.
#include <algorithm>
#include <set>

#include "algebra/rewrite/measure.hpp"
#include "algebra/rewrite/rules.hpp"
#include "base/checked.hpp"

namespace noble::rewriting {
namespace {

using words = std::vector<op>;

words without(const words& terms, std::size_t i) {
    words rest = terms;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
    return rest;
}

words drop_zero(const node::sum& s) {
    for (std::size_t i = 0; i < s.terms.size(); ++i) {
        if (numbered(s.terms[i]).first.is_zero()) return {sum_of(without(s.terms, i))};
    }
    return {};
}

// aA + bA = (a + b)A
words collect(const node::sum& s) {
    for (std::size_t j = 1; j < s.terms.size(); ++j) {
        const auto [b, core] = numbered(s.terms[j]);
        for (std::size_t i = 0; i < j; ++i) {
            const auto [a, other] = numbered(s.terms[i]);
            if (!same_word(core, other)) continue;
            const exact c = a + b;
            words terms = without(s.terms, j);
            terms[i] = c == exact(1) ? core : c * core;
            return {sum_of(terms)};
        }
    }
    return {};
}

// The kernel of a letter that commutes with delays.
std::optional<sequence> kernel_of(const op& a) {
    if (const auto* c = std::get_if<node::conv>(&a.root())) return c->q;
    const sequence unit{1};
    if (a.size() != 1 || a.rate() != rate{}) return {};
    const bool resampler =
        std::holds_alternative<node::down>(a.root()) || std::holds_alternative<node::up>(a.root());
    return resampler ? std::nullopt : std::optional(a(unit));
}

words add_kernels(const node::sum& s) {
    std::optional<sequence> total;
    words rest;
    std::size_t count = 0;
    for (const auto& term : s.terms) {
        if (const auto q = kernel_of(term)) {
            total = total ? *total + *q : *q;
            ++count;
        } else {
            rest.push_back(term);
        }
    }
    if (count < 2) return {};
    rest.insert(rest.begin(), conv(*total));
    return {sum_of(rest)};
}

words factors_in(const op& term) {
    const auto* product = std::get_if<node::product>(&term.root());
    return product == nullptr ? words{term} : product->factors;
}

// The terms that share the first (or last) factor of term i, as one: AB + AC = A(B + C).
std::optional<op> factored(const words& terms, std::size_t i, bool left) {
    const auto end = [&](const words& f) { return left ? f.front() : f.back(); };
    const op common = end(factors_in(terms[i]));
    words inside;
    words result;
    std::size_t place = 0;
    for (const auto& term : terms) {
        words f = factors_in(term);
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

words factor_out(const node::sum& s) {
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

// Σᵣ ↑(k, r + d)·↓(k, r) = delay(d), r over the residues modulo k: the polyphase components put
// together again.
words polyphase_sum(const node::sum& s) {
    const auto k = static_cast<index_t>(s.terms.size());
    std::set<index_t> residues;
    std::optional<index_t> lag;
    for (const auto& term : s.terms) {
        const words f = factors_in(term);
        const auto* u = f.size() == 2 ? std::get_if<node::up>(&f[0].root()) : nullptr;
        const auto* d = f.size() == 2 ? std::get_if<node::down>(&f[1].root()) : nullptr;
        if (u == nullptr || d == nullptr || u->k != k || d->k != k) return {};
        const index_t moved = checked::sub(u->p, d->p);
        if (lag.value_or(moved) != moved) return {};
        lag = moved;
        residues.insert(checked::floor_mod(d->p, k));
    }
    if (static_cast<index_t>(residues.size()) != k) return {};
    return {*lag == 0 ? identity() : delay(*lag)};
}

words put_in_order(const node::sum& s) {
    words terms = s.terms;
    std::ranges::stable_sort(terms, {}, order_key);
    const op sorted = sum_of(terms);
    return same_word(sorted, op(s)) ? words{} : words{sorted};
}

}  // namespace

std::vector<word_law> sum_laws() {
    return {
        law_of("comb-partition", &polyphase_sum), law_of("zero", &drop_zero),
        law_of("like-terms", &collect),           law_of("conv-sum", &add_kernels),
        law_of("distributive", &factor_out),      law_of("sum-commute", &put_in_order),
    };
}

}  // namespace noble::rewriting
