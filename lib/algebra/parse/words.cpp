#include "algebra/parse/words.hpp"

#include <algorithm>

#include "algebra/parse/functions.hpp"
#include "algebra/parse/integer.hpp"
#include "algebra/parse/number.hpp"
#include "algebra/parse/sequences.hpp"
#include "algebra/parse/taps.hpp"

namespace noble::parsing {
namespace {

constexpr index_t work_per_letter = 64;

value read_unary(state& s);

// `1/2^3` and `1+2i^2` would be read differently by different people.
value read_scale(state& s, bool negative) {
    const std::size_t begin = s.in.position();
    const number n = read_number(s.in, negative);
    if (n.compound && s.in.take_spaced("^")) {
        s.in.fail(begin, "put the number in parentheses before '^', as in (1/2)^3");
    }
    return scale(n.value);
}

value read_parenthesised(state& s) {
    const std::size_t open = s.in.position();
    s.in.skip();
    value inner = read_value(s);
    close(s, open);
    return inner;
}

// ↓2, ↓(2, 1)
value read_arrow(state& s, op (*letter)(index_t, index_t)) {
    s.in.skip_spaces();
    const std::size_t begin = s.in.position();
    if (!s.in.take("(")) {
        const index_t k = read_integer_atom(s);
        return s.composed(begin, [&] { return letter(k, 0); });
    }
    const index_t k = read_integer(s);
    const index_t p = s.in.take_spaced(",") ? read_integer(s) : 0;
    close(s, begin);
    return s.composed(begin + 1, [&] { return letter(k, p); });
}

value read_primary(state& s) {
    s.in.skip_spaces();
    const char next = s.in.peek();
    if (next == '(') return read_parenthesised(s);
    if (next == '[') return s.hold(read_brackets(s));
    if (is_digit(next)) return read_scale(s, false);
    if (is_letter(next)) return read_named(s);
    if (s.in.take("↓")) return read_arrow(s, down);
    if (s.in.take("↑")) return read_arrow(s, up);
    if (next == '.' && is_digit(s.in.peek(1))) {
        s.in.expected("a digit in front of the decimal point, as in 0.5");
    }
    s.in.expected("a word such as down(2)");
}

value applied(state& s, const value& a) {
    const std::size_t open = s.in.position();
    const auto* word = std::get_if<op>(&a);
    if (word == nullptr) {
        s.in.fail(open, kind(a) +
                            " is not applied to anything in parentheses; expected an "
                            "operator such as '*'");
    }
    s.in.skip();
    const sequence x = read_sequence(s, "a word applied in parentheses");
    close(s, open);
    return s.composed(open, [&] { return s.hold((*word)(x)); });
}

value with_origin(state& s, const value& a) {
    const std::size_t position = s.in.position();
    s.in.skip();
    const auto* q = std::get_if<sequence>(&a);
    if (q == nullptr) {
        s.in.fail(position,
                  "'@' gives the origin of a sequence, as in [1 2 1]@1; found it after " + kind(a));
    }
    return q->origin(read_integer_atom(s));
}

value read_dotted(state& s, const value& a) {
    const std::size_t position = s.in.position();
    s.in.skip();
    const auto name = s.in.take_name();
    if (name == "T" || name == "H") return transposed(s, position, a, name == "H");
    s.in.seek(position + 1);
    s.in.expected("T or H after '.', as in A.T");
}

value read_postfixes(state& s, value a) {
    for (;;) {
        s.in.skip_spaces();
        const std::size_t position = s.in.position();
        if (s.in.peek() == '.') {
            a = read_dotted(s, a);
        } else if (s.in.take("ᵀ")) {
            a = transposed(s, position, a, false);
        } else if (s.in.take("ᴴ")) {
            a = transposed(s, position, a, true);
        } else if (s.in.peek() == '(') {
            a = applied(s, a);
        } else if (s.in.peek() == '@') {
            a = with_origin(s, a);
        } else {
            return a;
        }
    }
}

value raised(state& s, const value& base) {
    if (!s.in.take_spaced("^")) return base;
    s.in.skip_spaces();
    const std::size_t position = s.in.position();
    const index_t n = read_integer_atom(s);
    s.in.skip_spaces();
    if (s.in.peek() == '^' || s.in.peek() == '.' || s.in.sees("ᵀ") || s.in.sees("ᴴ")) {
        s.in.fail(s.in.position(), "put the power in parentheses first, as in (A^2).T");
    }
    s.charge(letters(base), std::max<index_t>(n, 0), work_per_letter, "a power");
    return power(s, position, base, n);
}

value read_power(state& s) { return raised(s, read_postfixes(s, read_primary(s))); }

// A sign directly before a digit belongs to the number, except that ^ binds tighter.
value read_negative_number(state& s, std::size_t sign) {
    const std::size_t begin = s.in.position();
    value a = read_postfixes(s, read_scale(s, true));
    s.in.skip_spaces();
    if (s.in.peek() != '^') return a;
    s.in.seek(begin);
    return negated(s, sign, read_power(s));
}

value read_unary(state& s) {
    s.in.skip_spaces();
    const std::size_t sign = s.in.position();
    if (!s.in.take("-")) return read_power(s);
    if (is_digit(s.in.peek())) return read_negative_number(s, sign);
    const nested level(s);
    return negated(s, sign, read_unary(s));
}

value read_product(state& s) {
    std::vector<operand> factors{{read_unary(s)}};
    for (;;) {
        s.in.skip_spaces();
        const std::size_t position = s.in.position();
        if (!s.in.take("*") && !s.in.take("·")) return product_of(s, factors);
        factors.push_back({read_unary(s), position});
    }
}

template <class T>
T read_kind(state& s, const char* what, const char* wanted) {
    s.in.skip_spaces();
    const std::size_t begin = s.in.position();
    const value a = read_value(s);
    if (const auto* result = std::get_if<T>(&a)) return *result;
    s.in.fail(begin, std::string("expected ") + wanted + " for " + what + ", found " + kind(a));
}

}  // namespace

value read_value(state& s) {
    const nested level(s);
    std::vector<operand> terms{{read_product(s)}};
    for (;;) {
        s.in.skip_spaces();
        const std::size_t position = s.in.position();
        const bool minus = s.in.peek() == '-';
        if (!minus && s.in.peek() != '+') return sum_of(s, terms);
        s.in.skip();
        terms.push_back({read_product(s), position, minus});
    }
}

op read_word(state& s, const char* what) { return read_kind<op>(s, what, "a word"); }

sequence read_sequence(state& s, const char* what) {
    return read_kind<sequence>(s, what, "a sequence such as [1 2 1] or q:5");
}

}  // namespace noble::parsing
