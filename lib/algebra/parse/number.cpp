#include "algebra/parse/number.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <charconv>
#include <string>

namespace noble::parsing {
namespace {

// Longer ones are typing accidents or attacks; rationals beyond this are of no use as taps.
constexpr std::size_t most_digits = 100'000;

bool takes_exponent(cursor& in) {
    if (in.peek() != 'e' && in.peek() != 'E') return false;
    const std::size_t sign = in.peek(1) == '+' || in.peek(1) == '-' ? 1 : 0;
    if (!is_digit(in.peek(1 + sign))) return false;
    in.skip(1 + sign);
    (void)in.take_digits();
    return true;
}

bool takes_fractional_digits(cursor& in) {
    if (in.peek() != '.' || !is_digit(in.peek(1))) return false;
    in.skip();
    (void)in.take_digits();
    return true;
}

rational nearest_double(const cursor& in, std::size_t begin) {
    const auto text = in.between(begin, in.position());
    double value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    const auto mantissa = text.substr(0, text.find_first_of("eE"));
    const bool is_zero = mantissa.find_first_not_of("0.") == std::string_view::npos;
    if (!is_zero && (result.ec != std::errc() || value == 0)) {
        in.fail(begin, "the decimal " + std::string(text.substr(0, 40)) +
                           " is beyond the range of a double; integers and fractions p/q have "
                           "no such limit");
    }
    return is_zero ? rational(0) : rational(value);
}

// Base 10 said outright: GMP would read a leading 0 as octal.
mpz_class integer(std::string_view digits) { return mpz_class(std::string(digits), 10); }

bool takes_slash(cursor& in, bool spaced) {
    cursor ahead = in;
    if (spaced) ahead.skip_spaces();
    if (!ahead.take("/")) return false;
    if (spaced) ahead.skip_spaces();
    if (!is_digit(ahead.peek())) return false;
    in = ahead;
    return true;
}

rational read_denominator(cursor& in, const mpz_class& numerator) {
    const std::size_t begin = in.position();
    const mpz_class denominator = integer(in.take_digits());
    if (takes_fractional_digits(in) || takes_exponent(in)) {
        in.fail(begin, "expected an integer below the '/', found " +
                           std::string(in.between(begin, in.position())) +
                           "; a fraction is of two integers, as in 1/3");
    }
    if (denominator == 0) in.fail(begin, "division by zero");
    return ratio(numerator, denominator);
}

}  // namespace

number read_part(cursor& in, bool spaced) {
    const std::size_t begin = in.position();
    const auto digits = in.take_digits();
    const bool has_fraction = takes_fractional_digits(in);
    const bool is_decimal = takes_exponent(in) || has_fraction;
    if (in.position() - begin > most_digits) {
        in.fail(begin, "a number of " + std::to_string(in.position() - begin) +
                           " characters; the limit is " + std::to_string(most_digits));
    }
    rational value = is_decimal ? nearest_double(in, begin) : rational(integer(digits));
    const bool is_fraction = !is_decimal && takes_slash(in, spaced);
    if (is_fraction) value = read_denominator(in, value.get_num());
    if (in.peek() != 'i' || is_name(in.peek(1))) return {value, is_fraction};
    in.skip();
    return {exact(0, value), is_fraction};
}

number read_number(cursor& in, bool negative) {
    number first = read_part(in, true);
    if (negative) first.value = -first.value;
    const char sign = in.peek();
    const bool signed_digit = (sign == '+' || sign == '-') && is_digit(in.peek(1));
    if (!first.value.is_real() || !signed_digit) return first;
    cursor ahead = in;
    ahead.skip();
    const number second = read_part(ahead, false);
    const bool imaginary = ahead.between(ahead.position() - 1, ahead.position()) == "i";
    if (!imaginary) return first;
    in = ahead;
    return {sign == '+' ? first.value + second.value : first.value - second.value, true};
}

}  // namespace noble::parsing
