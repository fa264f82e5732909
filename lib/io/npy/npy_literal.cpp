#include "io/npy/npy_literal.hpp"

#include <algorithm>
#include <charconv>

#include "io/bytes/quoted.hpp"
#include "noble/error.hpp"

namespace noble::io {

void refuse_npy_header(const byte_source& source, const std::string& why) {
    throw io_error(source.name() + ": bad npy header: " + why);
}

bool npy_literal::accept(char c) {
    skip_blanks();
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
}

void npy_literal::expect(char c) {
    if (!accept(c)) fail(std::string("'") + c + "'");
}

bool npy_literal::at_end() {
    skip_blanks();
    return rest_.empty();
}

std::string npy_literal::string() {
    const char quote = accept('\'') ? '\'' : '"';
    if (quote == '"') expect('"');
    const auto end = rest_.find(quote);
    if (end == std::string_view::npos) fail("a closing quote");
    std::string text(rest_.substr(0, end));
    rest_.remove_prefix(end + 1);
    return text;
}

bool npy_literal::boolean() {
    if (accept_word("True")) return true;
    if (accept_word("False")) return false;
    fail("True or False");
}

std::vector<index_t> npy_literal::tuple() {
    std::vector<index_t> items;
    expect('(');
    while (!accept(')')) {
        items.push_back(integer());
        if (accept(',')) continue;
        expect(')');
        break;
    }
    return items;
}

void npy_literal::fail(const std::string& expected) {
    refuse_npy_header(source_, "expected " + expected + " before " + quoted(rest_));
}

void npy_literal::skip_blanks() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size()));
}

bool npy_literal::accept_word(std::string_view word) {
    skip_blanks();
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
}

index_t npy_literal::integer() {
    skip_blanks();
    index_t value = 0;
    const auto [end, failure] = std::from_chars(rest_.begin(), rest_.end(), value);
    if (failure == std::errc::result_out_of_range) {
        throw limit_error(source_.name() + ": an axis of the npy shape is beyond 64 bits");
    }
    if (failure != std::errc{} || value < 0) fail("a length, a whole number ≥ 0,");
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.begin()));
    return value;
}

}  // namespace noble::io
