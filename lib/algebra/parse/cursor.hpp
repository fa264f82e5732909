// A place in the text of an expression, and errors that point at it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace noble::parsing {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_name(char c) { return is_letter(c) || is_digit(c) || c == '_'; }
constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

class cursor {
 public:
    explicit cursor(std::string_view text) : text_(text) {}

    [[nodiscard]] std::size_t position() const { return position_; }
    void seek(std::size_t position) { position_ = position; }
    [[nodiscard]] bool at_end() const { return position_ >= text_.size(); }
    /// The character `ahead` places further; NUL past the end.
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return position_ + ahead < text_.size() ? text_[position_ + ahead] : '\0';
    }
    [[nodiscard]] bool sees(std::string_view symbol) const {
        return text_.substr(position_, symbol.size()) == symbol;
    }
    [[nodiscard]] std::string_view between(std::size_t begin, std::size_t end) const {
        return text_.substr(begin, end - begin);
    }

    /// Where what has been read ends, spaces after it left out.
    [[nodiscard]] std::size_t end_of_last() const;

    void skip(std::size_t count = 1) { position_ += count; }
    void skip_spaces();
    /// Skips the '(' that comes next, and all up to the ')' that closes it.
    void skip_parentheses();
    /// Skips the symbol, which must come next, and says whether it did.
    bool take(std::string_view symbol);
    /// The same after any spaces; without the symbol nothing is skipped but spaces.
    bool take_spaced(std::string_view symbol);
    /// Letters, digits and underscores that begin with a letter; empty where there are none.
    std::string_view take_name();
    std::string_view take_digits();

    /// What comes next, for messages: "'lowpas'", "'2.5'", "the end of the text".
    [[nodiscard]] std::string found() const;
    /// The 1-based column of a byte position, in characters.
    [[nodiscard]] std::size_t column(std::size_t position) const;
    /// Throws parse_error: the message, the text, and a caret below `position` (in bytes).
    [[noreturn]] void fail(std::size_t position, const std::string& message) const;
    [[noreturn]] void expected(const std::string& what) const;

 private:
    std::string_view text_;
    std::size_t position_ = 0;
};

}  // namespace noble::parsing
