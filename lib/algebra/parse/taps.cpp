#include "algebra/parse/taps.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "algebra/parse/names.hpp"
#include "algebra/parse/number.hpp"

namespace noble::parsing {
namespace {

// Fractions of long integers are brought to lowest terms, which takes much longer than products.
constexpr index_t work_per_word = 1'000;

// The sum of one tap (no spaces: they separate taps) or of one argument (spaces allowed).
class tap_parser {
 public:
    tap_parser(state& s, bool spaced) : s_(s), spaced_(spaced) {}

    polynomial sum() {
        const nested level(s_);
        polynomial value = term(takes("-"));
        for (;;) {
            if (takes("+")) {
                value += term(false);
            } else if (takes("-")) {
                value += term(true);
            } else {
                return value;
            }
        }
    }

 private:
    bool takes(std::string_view symbol) {
        return spaced_ ? s_.in.take_spaced(symbol) : s_.in.take(symbol);
    }

    polynomial term(bool negative) {
        polynomial value = power();
        while (takes("*")) value = value * power();
        return negative ? -value : value;
    }

    polynomial power() {
        polynomial base = atom();
        if (!takes("^")) return base;
        if (spaced_) s_.in.skip_spaces();
        const std::size_t begin = s_.in.position();
        const auto digits = s_.in.take_digits();
        index_t n = 0;
        const auto end = digits.data() + digits.size();
        if (digits.empty() || std::from_chars(digits.data(), end, n).ec != std::errc()) {
            s_.in.seek(begin);
            s_.in.expected("an exponent of 0 or more");
        }
        return raised(std::move(base), n);
    }

    // By squaring: a¹³ = a·(a²)²·((a²)²)².
    polynomial raised(polynomial base, index_t n) {
        s_.charge(size(base), n, work_per_word, "an exponent");
        polynomial value(exact(1));
        for (; n > 0; n /= 2) {
            if (n % 2 == 1) value = value * base;
            if (n > 1) base = base * base;
        }
        return value;
    }

    // In words of memory, roughly.
    static index_t size(const polynomial& a) {
        std::size_t words = 1;
        for (const auto& [m, c] : a.terms()) {
            words += 8 * m.size() + mpz_size(c.re().get_num_mpz_t()) +
                     mpz_size(c.im().get_num_mpz_t()) + mpz_size(c.re().get_den_mpz_t());
        }
        return static_cast<index_t>(words);
    }

    polynomial atom() {
        if (spaced_) s_.in.skip_spaces();
        const std::size_t begin = s_.in.position();
        if (is_digit(s_.in.peek())) return read_part(s_.in, spaced_).value;
        if (s_.in.take("(")) return parenthesised(begin);
        const auto name = s_.in.take_name();
        if (name.empty()) {
            s_.in.expected(spaced_ ? "a number" : "a tap such as 1, 1/2, 2i or q0");
        }
        if (name == "conj" && s_.in.peek() == '(') {
            const std::size_t open = s_.in.position();
            s_.in.skip();
            return conj(parenthesised(open));
        }
        return named(begin, name);
    }

    // A product of unknown sums would grow with each factor: only one term of unknown taps.
    polynomial parenthesised(std::size_t open) {
        polynomial value = sum();
        if (!takes(")")) {
            s_.in.expected("')' to close the '(' of column " + std::to_string(s_.in.column(open)));
        }
        if (value.is_number() || value.terms().size() == 1) return value;
        s_.in.fail(open, "sums of unknown taps are not read in parentheses; expand the product");
    }

    polynomial named(std::size_t begin, std::string_view name) {
        if (const auto* value = s_.variable(name)) return exact(*value);
        if (spaced_) s_.in.fail(begin, "expected a number; " + unknown_variable(s_, name));
        const auto tap = unknown(name);
        if (tap) return polynomial(*tap);
        s_.in.fail(begin, "expected a tap such as 1, 1/2, 2i or q0 (tap 0 of q), found '" +
                              std::string(name.substr(0, 40)) + "'");
    }

    // q3 is tap 3 of q; h1_3 is tap 3 of h1.
    static std::optional<unknown_tap> unknown(std::string_view text) {
        const auto letters =
            static_cast<std::size_t>(std::ranges::find_if_not(text, is_letter) - text.begin());
        const auto bar = text.find('_');
        const std::size_t name_end = bar == std::string_view::npos ? letters : bar;
        const auto digits = text.substr(bar == std::string_view::npos ? letters : bar + 1);
        const auto name_digits = text.substr(letters, name_end - letters);
        const bool fits = bar == std::string_view::npos || !name_digits.empty();
        const bool plain = digits.size() == 1 || (!digits.empty() && digits.front() != '0');
        if (!fits || !plain || !std::ranges::all_of(name_digits, is_digit)) return {};
        index_t index = 0;
        const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), index);
        if (result.ec != std::errc() || result.ptr != digits.data() + digits.size()) return {};
        return unknown_tap{std::string(text.substr(0, name_end)), index};
    }

    state& s_;
    bool spaced_;
};

// Taps as they come: numbers while all are numbers.
class tap_collector {
 public:
    void add(const polynomial& value) {
        require_room();
        if (numeric_ && !value.is_number()) {
            numeric_ = false;
            unknowns_.assign(numbers_.begin(), numbers_.end());
            numbers_ = {};
        }
        if (numeric_) {
            numbers_.push_back(value.number());
        } else {
            unknowns_.push_back(value);
        }
    }

    void add(const exact& value) {
        if (!numeric_) return add(polynomial(value));
        require_room();
        numbers_.push_back(value);
    }

    [[nodiscard]] sequence taps() const {
        return numeric_ ? sequence(numbers_) : sequence(unknowns_);
    }

 private:
    // Asked at each doubling, before the memory is taken.
    void require_room() {
        if (!std::has_single_bit(++count_)) return;
        require_memory(static_cast<index_t>(count_), sizeof(tap<exact>), "a list of taps");
    }

    std::size_t count_ = 0;
    bool numeric_ = true;
    std::vector<exact> numbers_;
    std::vector<polynomial> unknowns_;
};

bool ends_tap(char c) { return is_space(c) || c == ',' || c == ']'; }

// A plain number, the common case; anything else is left to be read as a polynomial.
std::optional<exact> read_plain(state& s) {
    const std::size_t begin = s.in.position();
    const bool negative = s.in.take("-");
    if (is_digit(s.in.peek())) {
        number n = read_part(s.in, false);
        if (ends_tap(s.in.peek())) return negative ? -n.value : n.value;
    }
    s.in.seek(begin);
    return {};
}

void read_tap(state& s, tap_collector& taps) {
    const std::size_t begin = s.in.position();
    const char sign = s.in.peek();
    if ((sign == '+' || sign == '-') && is_space(s.in.peek(1))) {
        s.in.fail(begin, std::string("a '") + sign +
                             "' between spaces in a list of taps; [1 -2] is two taps, [1-2] is "
                             "their difference as one");
    }
    if (sign == '+') s.in.skip();
    if (const auto plain = read_plain(s)) {
        taps.add(*plain);
    } else {
        taps.add(tap_parser(s, false).sum());
    }
    if (ends_tap(s.in.peek()) || s.in.at_end()) return;
    s.in.expected("a space, ',' or ']' after a tap");
}

// Spaces, or one comma among spaces; true where it was a comma.
bool take_separator(state& s) { return s.in.take_spaced(","); }

}  // namespace

sequence read_brackets(state& s) {
    const std::size_t open = s.in.position();
    s.in.skip();
    tap_collector taps;
    bool after_comma = false;
    for (;;) {
        s.in.skip_spaces();
        if (!after_comma && s.in.take("]")) return taps.taps();
        if (s.in.at_end()) {
            s.in.expected("']' to close the '[' of column " + std::to_string(s.in.column(open)));
        }
        read_tap(s, taps);
        after_comma = take_separator(s);
    }
}

exact read_number_expression(state& s) { return tap_parser(s, true).sum().number(); }

}  // namespace noble::parsing
