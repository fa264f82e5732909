// A word rebuilt letter by letter, its sums and products kept.
#pragma once

#include <type_traits>
#include <variant>
#include <vector>

#include "noble/op.hpp"

namespace noble {

/// The word with each letter replaced by f(letter), where f takes the letter's node and returns an
/// op.
template <class F>
op with_letters(const op& a, const F& f) {
    return std::visit(
        [&](const auto& x) -> op {
            using node_type = std::decay_t<decltype(x)>;
            std::vector<op> parts;
            if constexpr (std::is_same_v<node_type, node::product>) {
                for (const auto& factor : x.factors) parts.push_back(with_letters(factor, f));
                return product_of(parts);
            } else if constexpr (std::is_same_v<node_type, node::sum>) {
                for (const auto& term : x.terms) parts.push_back(with_letters(term, f));
                return sum_of(parts);
            } else {
                return f(x);
            }
        },
        a.root());
}

}  // namespace noble
