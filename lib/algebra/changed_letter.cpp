#include "algebra/changed_letter.hpp"

#include <algorithm>

namespace noble {
namespace {

constexpr index_t most_phases = 32;
constexpr std::size_t most_words = 256;

// The words with part i of a product or sum replaced by each of its own changed words. A term of
// another rate makes no sum.
void add_changed_parts(const std::vector<op>& parts, bool terms, replacements change,
                       std::vector<changed_letter>& found) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (const auto& inner : changed_letters(parts[i], change)) {
            if (terms && inner.word.rate() != parts[i].rate()) continue;
            if (found.size() >= most_words) return;
            auto changed = parts;
            changed[i] = inner.word;
            found.push_back({terms ? sum_of(changed) : product_of(changed), inner.what});
        }
    }
}

template <class Letter>
std::vector<op> phases(const Letter& x, op (*make)(index_t, index_t)) {
    std::vector<op> letters;
    for (index_t p = 0; p < std::min(x.k, most_phases); ++p) {
        if (p != x.p) letters.push_back(make(x.k, p));
    }
    return letters;
}

}  // namespace

std::vector<changed_letter> changed_letters(const op& a, replacements change) {
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
    if (const auto* x = std::get_if<node::down>(&letter.root())) return {up(x->k, x->p)};
    if (const auto* x = std::get_if<node::up>(&letter.root())) return {down(x->k, x->p)};
    return {};
}

std::vector<op> other_phases(const op& letter) {
    if (const auto* x = std::get_if<node::down>(&letter.root())) return phases(*x, down);
    if (const auto* x = std::get_if<node::up>(&letter.root())) return phases(*x, up);
    return {};
}

}  // namespace noble
