#include "algebra/parse/written.hpp"

#include <algorithm>
#include <cctype>

namespace noble {
namespace {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// A negative number in parentheses, except where an argument or an origin begins.
std::string number_after(const std::string& text, index_t value) {
    const auto before = text.find_last_not_of(' ');
    const bool bare = before == std::string::npos ||
                      std::string_view("(,@").find(text[before]) != std::string_view::npos;
    const std::string number = std::to_string(value);
    return value >= 0 || bare ? number : "(" + number + ")";
}

// In parentheses where one of the signs stands outside of all others.
std::string set_apart(const std::string& text, std::string_view signs) {
    int depth = 0;
    for (const char c : text) {
        if (c == '(' || c == '[') ++depth;
        if (c == ')' || c == ']') --depth;
        if (depth == 0 && signs.find(c) != std::string_view::npos) return "(" + text + ")";
    }
    return text;
}

}  // namespace

std::string with_values(std::string_view text, const std::map<std::string, index_t>& values) {
    std::string result;
    const auto* const end = text.end();
    for (const auto* at = text.begin(); at != end;) {
        const auto* const stop = std::find_if_not(at, end, is_word);
        const auto* const next = stop == at ? at + 1 : stop;
        const std::string token(at, next);
        const auto value = values.find(token);
        result += value == values.end() ? token : number_after(result, value->second);
        at = next;
    }
    return result;
}

std::string as_factor(const std::string& text) { return set_apart(text, "+-"); }

std::string as_operand(const std::string& text) { return set_apart(text, "+-*^ ·"); }

}  // namespace noble
