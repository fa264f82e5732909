// The laws as rewrites: data that simplify and explain walk through.
//
// A law of a product reads some adjacent factors and gives what may stand in their place; a law of
// a word reads one letter or one sum. Laws that hold both ways are listed once for each way.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "noble/op.hpp"

namespace noble::rewriting {

struct product_law {
    std::string_view name;
    std::size_t width;  ///< adjacent factors that it reads
    std::function<std::optional<op>(std::span<const op>)> apply;
};

struct word_law {
    std::string_view name;
    std::function<std::vector<op>(const op&)> apply;
};

std::span<const product_law> product_laws();
std::span<const word_law> word_laws();

/// The parts of the tables, a file each.
std::vector<product_law> resampling_laws();
std::vector<product_law> kernel_laws();
std::vector<product_law> linear_laws();
std::vector<word_law> letter_laws();
std::vector<word_law> sum_laws();

/// The laws that lead to the polyphase form (see polyphase_form.hpp), each in that one direction.
std::vector<product_law> polyphase_laws();

using maybe = std::optional<op>;

/// A law whose parameter types are its pattern: law("…", +[](const node::down& a, …) -> maybe …).
template <class... Letters>
product_law law(std::string_view name, maybe (*f)(const Letters&...)) {
    return {name, sizeof...(Letters), [f](std::span<const op> window) -> maybe {
                return [&]<std::size_t... I>(std::index_sequence<I...>)->maybe {
                    if (!(std::holds_alternative<Letters>(window[I].root()) && ...)) return {};
                    return f(std::get<Letters>(window[I].root())...);
                }
                (std::index_sequence_for<Letters...>{});
            }};
}

template <class Letter>
word_law law_of(std::string_view name, std::vector<op> (*f)(const Letter&)) {
    return {name, [f](const op& a) -> std::vector<op> {
                const auto* letter = std::get_if<Letter>(&a.root());
                return letter == nullptr ? std::vector<op>{} : f(*letter);
            }};
}

/// Another word by one law, and the law's name.
struct rewritten {
    std::string_view law;
    op word;
};

/// The product with one stretch of its factors replaced.
op spliced(const std::vector<op>& factors, std::size_t first, std::size_t width, const op& with);

/// The words one law away at the root of a (children untouched), in the order of the tables;
/// `visit` returns true to stop.
void at_root(const op& a, const std::function<bool(const rewritten&)>& visit);

/// The words one law away anywhere in a.
std::vector<rewritten> neighbours(const op& a);

}  // namespace noble::rewriting
