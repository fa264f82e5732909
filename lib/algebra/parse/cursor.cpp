#include "algebra/parse/cursor.hpp"

#include <algorithm>
#include <vector>

#include "noble/error.hpp"

namespace noble::parsing {
namespace {

constexpr std::size_t longest_token_shown = 40;
// Characters of a long text shown on each side of the caret.
constexpr std::size_t context_shown = 36;

// Bytes of the UTF-8 character that starts with `lead`; 1 for anything else.
std::size_t utf8_length(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    if (byte >= 0xF0 && byte < 0xF8) return 4;
    if (byte >= 0xE0) return byte < 0xF0 ? 3 : 1;
    return byte >= 0xC2 ? 2 : 1;
}

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// The character at `position`: whole where it is valid UTF-8, else one byte.
std::string_view character_at(std::string_view text, std::size_t position) {
    const std::size_t length = utf8_length(text[position]);
    const auto character = text.substr(position, length);
    const bool whole =
        character.size() == length && std::ranges::all_of(character.substr(1), continues);
    return whole ? character : text.substr(position, 1);
}

// As a terminal can show it: line breaks and other controls as spaces, stray bytes as '?'.
std::string visible(std::string_view character) {
    if (character.size() > 1) return std::string(character);
    const auto byte = static_cast<unsigned char>(character.front());
    if (byte < 0x20 || byte == 0x7F) return " ";
    return byte < 0x80 ? std::string(character) : "?";
}

struct layout {
    std::vector<std::string_view> characters;
    std::size_t caret = 0;  // counted from 0, in characters
};

layout lay_out(std::string_view text, std::size_t position) {
    layout result;
    for (std::size_t i = 0; i < text.size();) {
        if (i < position) ++result.caret;
        result.characters.push_back(character_at(text, i));
        i += result.characters.back().size();
    }
    return result;
}

std::string two_lines(const layout& text) {
    const std::size_t n = text.characters.size();
    const std::size_t begin = text.caret > context_shown ? text.caret - context_shown : 0;
    const std::size_t end = std::min(n, text.caret + context_shown);
    std::string line = begin > 0 ? "..." : "";
    const std::size_t indent = line.size() + text.caret - begin;
    for (std::size_t i = begin; i < end; ++i) line += visible(text.characters[i]);
    if (end < n) line += "...";
    return line + "\n" + std::string(indent, ' ') + "^";
}

}  // namespace

std::size_t cursor::end_of_last() const {
    std::size_t end = position_;
    while (end > 0 && is_space(text_[end - 1])) --end;
    return end;
}

void cursor::skip_spaces() {
    while (is_space(peek())) ++position_;
}

void cursor::skip_parentheses() {
    int open = 0;
    do {
        if (peek() == '(') ++open;
        if (peek() == ')') --open;
        skip();
    } while (open > 0 && !at_end());
}

bool cursor::take(std::string_view symbol) {
    if (!sees(symbol)) return false;
    position_ += symbol.size();
    return true;
}

bool cursor::take_spaced(std::string_view symbol) {
    skip_spaces();
    return take(symbol);
}

std::string_view cursor::take_name() {
    const std::size_t begin = position_;
    if (is_letter(peek())) {
        while (is_name(peek())) ++position_;
    }
    return between(begin, position_);
}

std::string_view cursor::take_digits() {
    const std::size_t begin = position_;
    while (is_digit(peek())) ++position_;
    return between(begin, position_);
}

std::string cursor::found() const {
    cursor next = *this;
    next.skip_spaces();
    if (next.at_end()) return "the end of the text";
    const std::size_t begin = next.position_;
    const bool number = is_digit(next.peek());
    const auto belongs = [&] {
        return is_name(next.peek()) || (number && next.peek() == '.' && is_digit(next.peek(1)));
    };
    while (belongs()) ++next.position_;
    auto token = next.between(begin, next.position_);
    if (token.empty()) return "'" + visible(character_at(text_, begin)) + "'";
    if (token.size() <= longest_token_shown) return "'" + std::string(token) + "'";
    return "'" + std::string(token.substr(0, longest_token_shown)) + "...'";
}

std::size_t cursor::column(std::size_t position) const {
    return lay_out(text_, std::min(position, text_.size())).caret + 1;
}

void cursor::fail(std::size_t position, const std::string& message) const {
    const layout text = lay_out(text_, std::min(position, text_.size()));
    throw parse_error(message + "\n" + two_lines(text), text.caret + 1);
}

void cursor::expected(const std::string& what) const {
    cursor next = *this;
    next.skip_spaces();
    fail(next.position_, "expected " + what + ", found " + found());
}

}  // namespace noble::parsing
