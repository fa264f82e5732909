// Rewrites from functions: the types of a function's parameters are the pattern that it reads, and
// its body says what may stand in that place.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "noble/laws.hpp"

namespace noble::law_tables {

using enum rewrite_purpose;

using maybe = std::optional<op>;
using words = std::vector<op>;

inline words listed(op a) { return {std::move(a)}; }
inline words listed(maybe a) { return a ? words{std::move(*a)} : words{}; }
inline words listed(words a) { return a; }

/// The letter (or sum) that the pattern asks for; a pattern of `op` takes any.
template <class Pattern>
const Pattern* read_as(const op& a) {
    if constexpr (std::is_same_v<Pattern, op>) {
        return &a;
    } else {
        return std::get_if<Pattern>(&a.root());
    }
}

template <class Result, class... Patterns>
law_rewrite rule_of(int place, rewrite_purpose purpose, std::function<Result(Patterns...)> f) {
    auto apply = [f = std::move(f)](std::span<const op> factors) {
        return [&]<std::size_t... I>(std::index_sequence<I...>)->words {
            const std::tuple found{read_as<std::decay_t<Patterns>>(factors[I])...};
            if (((std::get<I>(found) == nullptr) || ...)) return {};
            return listed(f(*std::get<I>(found)...));
        }
        (std::index_sequence_for<Patterns...>{});
    };
    return {place, purpose, sizeof...(Patterns), std::move(apply)};
}

/// A rewrite that is tried at that place of the order, for that purpose. f takes adjacent factors
/// (or one letter or sum) and gives a word, an optional one, or several to choose from.
template <class F>
law_rewrite rule(int place, rewrite_purpose purpose, F f) {
    return rule_of(place, purpose, std::function(std::move(f)));
}
template <class F>
law_rewrite rule(int place, F f) {
    return rule(place, any, std::move(f));
}

}  // namespace noble::law_tables
