#include "algebra/parse/integer.hpp"

#include <charconv>
#include <numeric>
#include <optional>

#include "algebra/parse/names.hpp"
#include "base/checked.hpp"

namespace noble::parsing {
namespace {

index_t read_integer_unary(state& s);

index_t read_literal(state& s) {
    const std::size_t begin = s.in.position();
    const std::string found = s.in.found();
    const auto digits = s.in.take_digits();
    const char next = s.in.peek();
    if (is_name(next) || next == '/' || (next == '.' && is_digit(s.in.peek(1)))) {
        s.in.fail(begin, "expected an integer, found " + (next == '/' ? "a fraction" : found));
    }
    index_t value = 0;
    const auto end = digits.data() + digits.size();
    if (std::from_chars(digits.data(), end, value).ec != std::errc()) {
        s.in.fail(begin, "the integer " + found + " does not fit in 64 bits");
    }
    return value;
}

index_t magnitude(index_t a) { return a < 0 ? checked::neg(a) : a; }

index_t greatest_divisor(index_t a, index_t b) { return std::gcd(magnitude(a), magnitude(b)); }

index_t least_multiple(index_t a, index_t b) {
    return a == 0 || b == 0 ? 0 : checked::lcm(magnitude(a), magnitude(b));
}

// gcd(a, b), lcm(a, b); nothing where no such name comes next.
std::optional<index_t> read_call(state& s, std::string_view name) {
    const bool gcd = name == "gcd";
    s.in.skip_spaces();
    const std::size_t open = s.in.position();
    if ((!gcd && name != "lcm") || !s.in.take("(")) return {};
    const index_t a = read_integer(s);
    if (!s.in.take_spaced(",")) s.in.expected("',' and a second integer, as in gcd(a, b)");
    const index_t b = read_integer(s);
    close(s, open);
    return gcd ? greatest_divisor(a, b) : least_multiple(a, b);
}

index_t read_atom(state& s) {
    s.in.skip_spaces();
    const std::size_t begin = s.in.position();
    if (is_digit(s.in.peek())) return read_literal(s);
    if (s.in.take("(")) {
        const index_t value = read_integer(s);
        close(s, begin);
        return value;
    }
    const auto name = s.in.take_name();
    s.in.seek(name.empty() ? begin : s.in.position());
    if (name.empty()) s.in.expected("an integer");
    if (const auto value = read_call(s, name)) return *value;
    if (const auto* value = s.variable(name)) return *value;
    s.in.fail(begin, "expected an integer; " + unknown_variable(s, name));
}

index_t power(state& s, index_t base, index_t exponent, std::size_t position) {
    if (exponent < 0) s.in.fail(position, "expected an exponent of 0 or more in an integer");
    if (base >= -1 && base <= 1)
        return exponent == 0 ? 1 : (exponent % 2 == 0 ? base * base : base);
    index_t value = 1;
    for (; exponent > 0; --exponent) value = checked::mul(value, base);
    return value;
}

index_t read_integer_power(state& s) {
    const index_t base = read_atom(s);
    if (!s.in.take_spaced("^")) return base;
    s.in.skip_spaces();
    const std::size_t position = s.in.position();
    return power(s, base, read_integer_unary(s), position);
}

index_t read_integer_unary(state& s) {
    const nested level(s);
    return s.in.take_spaced("-") ? checked::neg(read_integer_unary(s)) : read_integer_power(s);
}

// a − b·⌊a/b⌋, of the sign of b.
index_t remainder(const state& s, index_t a, index_t b, std::size_t position) {
    if (b == 0 && s.unevaluated > 0) return 0;
    if (b == 0) s.in.fail(position, "a division by 0 has no remainder");
    if (b > 0) return checked::floor_mod(a, b);
    return checked::neg(checked::floor_mod(checked::neg(a), checked::neg(b)));
}

index_t read_integer_product(state& s) {
    index_t value = read_integer_unary(s);
    for (;;) {
        if (s.in.take_spaced("*") || s.in.take("·")) {
            value = checked::mul(value, read_integer_unary(s));
        } else if (s.in.take("%")) {
            s.in.skip_spaces();
            const std::size_t position = s.in.position();
            value = remainder(s, value, read_integer_unary(s), position);
        } else {
            return value;
        }
    }
}

}  // namespace

index_t read_integer(state& s) {
    const nested level(s);
    index_t value = read_integer_product(s);
    for (;;) {
        if (s.in.take_spaced("+")) {
            value = checked::add(value, read_integer_product(s));
        } else if (s.in.take("-")) {
            value = checked::sub(value, read_integer_product(s));
        } else {
            return value;
        }
    }
}

index_t read_integer_atom(state& s) {
    const nested level(s);
    if (s.in.take_spaced("-")) return checked::neg(read_integer_atom(s));
    return read_atom(s);
}

}  // namespace noble::parsing
