// Words together with the text that writes them, from which hints build equations.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "noble/limit.hpp"

namespace noble {

/// A word of any kind and its text in the expression language.
template <class Word>
struct written {
    Word word;
    std::string text;
};

/// The text with every name that has a value replaced by it: `up(k)` becomes `up(2)`.
std::string with_values(std::string_view text, const std::map<std::string, index_t>& values);

/// The text as a factor of a product: in parentheses where it is a sum.
std::string as_factor(const std::string& text);
/// The text as an operand of .T and .H: in parentheses where it is not a single word.
std::string as_operand(const std::string& text);

}  // namespace noble
