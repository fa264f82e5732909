#include "noble/exact.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <limits>
#include <ostream>

#include "noble/error.hpp"

namespace noble {
namespace {

double finite(double value) {
    if (!std::isfinite(value)) {
        throw argument_error("a tap or scale of " + std::to_string(value) +
                             " is not a number; every tap must be finite");
    }
    return value;
}

// Integers up to this size print as digits, larger ones as p or as a double literal.
constexpr double longest_plain_integer = 1e17;

std::string shortest_literal(double value) {
    std::array<char, 40> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

std::string scientific_literal(double value) {
    std::array<char, 40> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific)
            .ptr;
    return {text.data(), end};
}

bool is_double(const rational& q) {
    const auto d = nearest<double>(q);
    return std::isfinite(d) && rational(d) == q;
}

// The quotient of integers num/2ᵏ : den with `bits` significant bits or a few more, and a sticky
// last bit: enough to round once to any shorter format.
mpz_class sticky_quotient(const mpz_class& num, const mpz_class& den, long shift) {
    mpz_class n = num;
    mpz_class d = den;
    if (shift >= 0) {
        d <<= static_cast<unsigned long>(shift);
    } else {
        n <<= static_cast<unsigned long>(-shift);
    }
    mpz_class quotient;
    mpz_class remainder;
    mpz_tdiv_qr(quotient.get_mpz_t(), remainder.get_mpz_t(), n.get_mpz_t(), d.get_mpz_t());
    quotient <<= 1;
    if (remainder != 0) quotient += 1;
    return quotient;
}

// q ≥ 0 rounded to `unit` = 2^exponent, ties to even; the result is the multiple.
mpz_class round_to_unit(const rational& q, long exponent) {
    // One guard bit and one sticky bit below the unit.
    const mpz_class fine = sticky_quotient(q.get_num(), q.get_den(), exponent - 1);
    mpz_class units = fine >> 2;
    const mpz_class rest = fine - (units << 2);
    if (rest > 2 || (rest == 2 && mpz_odd_p(units.get_mpz_t()) != 0)) units += 1;
    return units;
}

long bit_length(const mpz_class& z) { return static_cast<long>(mpz_sizeinbase(z.get_mpz_t(), 2)); }

// True where q = n/2ᵏ with |n| < 2^digits and k ≤ places: exact as it stands, no rounding needed.
bool is_short_dyadic(const rational& q, long digits, long places) {
    const long den_bits = bit_length(q.get_den());
    return bit_length(q.get_num()) <= digits && den_bits - 1 <= places &&
           static_cast<long>(mpz_scan1(q.get_den_mpz_t(), 0)) == den_bits - 1;
}

}  // namespace

template <std::floating_point Real>
Real nearest(const rational& q) {
    using limits = std::numeric_limits<Real>;
    if (is_short_dyadic(q, limits::digits, limits::digits - limits::min_exponent)) {
        return static_cast<Real>(q.get_d());
    }
    const rational magnitude = abs(q);
    // 2^e ≤ |q| < 2^(e+2), so the leading bit has exponent e or e + 1.
    long e = bit_length(magnitude.get_num()) - bit_length(magnitude.get_den()) - 1;
    if (e >= limits::max_exponent) return sgn(q) > 0 ? limits::infinity() : -limits::infinity();
    const rational power = e + 1 >= 0
                               ? rational(mpz_class(1) << static_cast<unsigned long>(e + 1))
                               : rational(1, mpz_class(1) << static_cast<unsigned long>(-e - 1));
    if (magnitude >= power) ++e;
    const long smallest_unit = limits::min_exponent - limits::digits;
    const long unit = std::max<long>(e - limits::digits + 1, smallest_unit);
    const mpz_class units = round_to_unit(magnitude, unit);
    const double result = std::ldexp(units.get_d(), static_cast<int>(unit));
    return static_cast<Real>(sgn(q) * result);
}

template float nearest<float>(const rational&);
template double nearest<double>(const rational&);

exact::exact(double value) : re_(finite(value)) {}

exact::exact(std::complex<double> value) : re_(finite(value.real())), im_(finite(value.imag())) {}

template <class Number>
Number exact::to() const {
    if constexpr (std::is_floating_point_v<Number>) {
        if (!is_real()) {
            throw argument_error("the complex number " + to_string(*this) +
                                 " does not fit a real element type; use complex64 or complex128");
        }
        return nearest<Number>(re_);
    } else {
        using real = typename Number::value_type;
        return {nearest<real>(re_), nearest<real>(im_)};
    }
}

template float exact::to<float>() const;
template double exact::to<double>() const;
template std::complex<float> exact::to<std::complex<float>>() const;
template std::complex<double> exact::to<std::complex<double>>() const;

exact& exact::operator+=(const exact& b) {
    re_ += b.re_;
    im_ += b.im_;
    return *this;
}

exact& exact::operator-=(const exact& b) {
    re_ -= b.re_;
    im_ -= b.im_;
    return *this;
}

exact& exact::operator*=(const exact& b) {
    if (is_real() && b.is_real()) {
        re_ *= b.re_;
        return *this;
    }
    const rational re = re_ * b.re_ - im_ * b.im_;
    im_ = re_ * b.im_ + im_ * b.re_;
    re_ = re;
    return *this;
}

exact operator-(const exact& a) { return {-a.re_, -a.im_}; }

exact conj(const exact& a) { return {a.re(), -a.im()}; }

rational ratio(const mpz_class& a, const mpz_class& b) {
    if (b == 0) throw argument_error("division by zero in " + a.get_str() + "/0");
    rational q(a, b);
    q.canonicalize();
    return q;
}

std::string to_string(const rational& q) {
    if (q.get_den() == 1 && abs(q) < longest_plain_integer) return q.get_num().get_str();
    if (is_double(q)) {
        return q.get_den() == 1 ? scientific_literal(q.get_d()) : shortest_literal(q.get_d());
    }
    return q.get_str();
}

std::string to_string(const exact& a) {
    if (a.is_real()) return to_string(a.re());
    std::string im = to_string(a.im()) + "i";
    if (sgn(a.re()) == 0) return im;
    return to_string(a.re()) + (sgn(a.im()) > 0 ? "+" : "") + im;
}

std::ostream& operator<<(std::ostream& out, const exact& a) { return out << to_string(a); }

std::size_t hash_value(const exact& a) {
    // Fast rather than perfect: the truncated doubles of both parts.
    const std::hash<double> hash;
    return hash(a.re().get_d()) * 31 + hash(a.im().get_d());
}

}  // namespace noble
