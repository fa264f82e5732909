#include "algebra/proof/hints/changed_letter.hpp"

#include <algorithm>
#include <set>

namespace noble {
namespace {

constexpr index_t most_phases_tried = 32;
constexpr std::size_t most_words = 256;

// The words with part i of a product or sum replaced by each of its own changed words. A term of
// another rate makes no sum.
void add_changed_parts(const std::vector<op>& parts, bool terms, const replacements& change,
                       std::vector<changed_letter>& found) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (const auto& inner : changed_letters(parts[i], change)) {
            if (terms && inner.word.rate() != parts[i].rate()) continue;
            if (found.size() >= most_words) return;
            auto changed = parts;
            changed[i] = inner.word;
            found.push_back({terms ? sum_of(changed) : product_of(changed), inner.change});
        }
    }
}

template <class Letter>
std::vector<op> phases(const Letter& x, op (*make)(index_t, index_t)) {
    std::vector<op> letters;
    if (x.k == 1) return letters;  // a delay
    for (index_t p = 0; p < std::min(x.k, most_phases_tried); ++p) {
        if (p != x.p) letters.push_back(make(x.k, p));
    }
    return letters;
}

void add_factors(const op& a, std::set<index_t>& factors) {
    const auto add_all = [&](const std::vector<op>& parts) {
        for (const auto& part : parts) add_factors(part, factors);
    };
    if (const auto* x = std::get_if<node::down>(&a.root())) factors.insert(x->k);
    if (const auto* x = std::get_if<node::up>(&a.root())) factors.insert(x->k);
    if (const auto* x = std::get_if<node::product>(&a.root())) add_all(x->factors);
    if (const auto* x = std::get_if<node::sum>(&a.root())) add_all(x->terms);
}

// The q that a kernel is up(k)(q) of.
std::optional<sequence> thinned(const sequence& q, index_t k) {
    if (q.first() % k != 0 || q.last() % k != 0) return {};
    const auto dense = down(k)(q);
    return up(k)(dense) == q ? std::optional(dense) : std::nullopt;
}

}  // namespace

std::vector<changed_letter> changed_letters(const op& a, const replacements& change) {
    std::vector<changed_letter> found;
    if (const auto* product = std::get_if<node::product>(&a.root())) {
        add_changed_parts(product->factors, false, change, found);
    } else if (const auto* sum = std::get_if<node::sum>(&a.root())) {
        add_changed_parts(sum->terms, true, change, found);
    } else {
        for (const auto& letter : change(a)) {
            found.push_back({letter, to_string(letter) + " for " + to_string(a)});
        }
    }
    return found;
}

std::vector<op> exchanged(const op& letter) {
    const auto* decimator = std::get_if<node::down>(&letter.root());
    if (decimator != nullptr && decimator->k > 1) return {up(decimator->k, decimator->p)};
    const auto* expander = std::get_if<node::up>(&letter.root());
    if (expander != nullptr && expander->k > 1) return {down(expander->k, expander->p)};
    return {};
}

std::vector<op> other_phases(const op& letter) {
    if (const auto* x = std::get_if<node::down>(&letter.root())) return phases(*x, down);
    if (const auto* x = std::get_if<node::up>(&letter.root())) return phases(*x, up);
    return {};
}

replacements dilations(const op& a, const op& b) {
    std::set<index_t> factors;
    add_factors(a, factors);
    add_factors(b, factors);
    factors.erase(1);
    return [factors](const op& letter) {
        std::vector<op> letters;
        const auto* kernel = std::get_if<node::conv>(&letter.root());
        if (kernel == nullptr) return letters;
        for (const index_t k : factors) {
            letters.push_back(conv(up(k)(kernel->q)));
            if (const auto q = thinned(kernel->q, k)) letters.push_back(conv(*q));
        }
        return letters;
    };
}

}  // namespace noble
