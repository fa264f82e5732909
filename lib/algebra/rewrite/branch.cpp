#include "algebra/rewrite/branch.hpp"

#include "algebra/canonical/normal_word.hpp"
#include "algebra/words/parts.hpp"

namespace noble::rewriting {

branch::branch(const op& term) : middle(factors_of(term)) {
    if (const auto* u = std::get_if<node::up>(&middle.front().root())) {
        at[0] = u->k;
        at[1] = u->p;
        up = {middle.front()};
        middle.erase(middle.begin());
    }
    if (middle.empty()) return;
    if (const auto* d = std::get_if<node::down>(&middle.back().root())) {
        at[2] = d->p;
        down = {middle.back()};
        middle.pop_back();
    }
}

op branch::with(const op& other) const {
    std::vector<op> factors = up;
    if (!std::holds_alternative<node::identity>(other.root())) factors.push_back(other);
    factors.insert(factors.end(), down.begin(), down.end());
    return product_of(factors);
}

bool is_number(const op& middle) {
    return std::holds_alternative<node::identity>(middle.root()) ||
           std::holds_alternative<node::scale>(middle.root());
}

op on_phases(const op& middle, index_t g) {
    const sequence q = middle(sequence{1});
    std::vector<op> terms;
    for (index_t p = 0; p < g; ++p) {
        for (index_t s = 0; s < g; ++s) {
            const sequence component = noble::down(g, p - s)(q);
            if (component.count() == 0) continue;
            const op inside = is_number(middle) ? middle : normal_word(1, 1, component);
            terms.push_back(branch(noble::up(g, p) * noble::down(g, s)).with(inside));
        }
    }
    return sum_of(terms);
}

}  // namespace noble::rewriting
