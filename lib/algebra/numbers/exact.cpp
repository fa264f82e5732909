#include "noble/exact.hpp"

#include <gmpxx.h>

#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>
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

// GMP takes a fraction as it was built: 2/4, 1/−2, 1/0.
rational reduced(rational q) {
    if (q.get_den() == 0)
        throw argument_error("division by zero in " + q.get_num().get_str() + "/0");
    q.canonicalize();
    return q;
}

// q = n/2ᵏ with at most 53 digits between the first and the last 1, all in a double's range.
bool is_double(const rational& q) {
    using limits = std::numeric_limits<double>;
    if (sgn(q) == 0) return true;
    const long size = bit_length(q.get_num());
    const long zeros = static_cast<long>(mpz_scan1(q.get_num_mpz_t(), 0));
    const long places = bit_length(q.get_den()) - 1;
    return size - zeros <= limits::digits && size <= limits::max_exponent &&
           places <= limits::digits - limits::min_exponent &&
           static_cast<long>(mpz_scan1(q.get_den_mpz_t(), 0)) == places;
}

// a + b where a double holds it: the rounding error of a sum is a double itself. (D. E. Knuth, The
// Art of Computer Programming 2, 4.2.2, theorem B.)
std::optional<double> sum(double a, double b) {
    const double s = a + b;
    const double of_b = s - a;
    const double error = (a - (s - of_b)) + (b - of_b);
    if (error != 0 || !std::isfinite(error)) return {};
    return s;
}

// a·b where a double holds it; its rounding error is a double too, but near the least ones.
std::optional<double> product(double a, double b) {
    constexpr double least = 0x1p-960;
    const double p = a * b;
    if (a == 0 || b == 0) return 0.0;
    if (!(std::abs(p) >= least) || !std::isfinite(p) || std::fma(a, b, -p) != 0) return {};
    return p;
}

std::optional<double> sum(const std::optional<double>& a, const std::optional<double>& b) {
    return a && b ? sum(*a, *b) : std::nullopt;
}

template <std::floating_point Real>
Real nearest_of_reduced(const rational& q) {
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

}  // namespace

struct exact::parts {
    rational re;
    rational im;
    friend bool operator==(const parts&, const parts&) = default;
};

template <std::floating_point Real>
Real nearest(const rational& q) {
    return nearest_of_reduced<Real>(reduced(q));
}

template float nearest<float>(const rational&);
template double nearest<double>(const rational&);

// Adding 0 makes −0 a 0.
exact exact::from_doubles(double re, double im) {
    exact a;
    a.re_ = re + 0.0;
    a.im_ = im + 0.0;
    return a;
}

exact::exact(double value) : exact(from_doubles(finite(value), 0)) {}

exact::exact(std::complex<double> value)
    : exact(from_doubles(finite(value.real()), finite(value.imag()))) {}

exact::exact(const rational& re) : exact(re, rational()) {}

exact::exact(const rational& re, const rational& im)
    : exact(from_reduced(reduced(re), reduced(im))) {}

exact exact::from_reduced(const rational& re, const rational& im) {
    if (is_double(re) && is_double(im)) return from_doubles(re.get_d(), im.get_d());
    exact a;
    a.wide_ = std::make_shared<const parts>(parts{re, im});
    return a;
}

exact exact::from_integer(long value) { return rational(value); }

exact exact::from_integer(unsigned long value) { return rational(value); }

rational exact::re() const { return wide_ ? wide_->re : rational(re_); }

rational exact::im() const { return wide_ ? wide_->im : rational(im_); }

bool exact::is_wide_real() const noexcept { return sgn(wide_->im) == 0; }

bool exact::have_equal_parts(const exact& a, const exact& b) {
    return a.wide_ && b.wide_ && *a.wide_ == *b.wide_;
}

template <class Number>
Number exact::to() const {
    if constexpr (std::is_floating_point_v<Number>) {
        if (!is_real()) {
            throw argument_error("the complex number " + to_string(*this) +
                                 " does not fit a real element type; use complex64 or complex128");
        }
        return wide_ ? nearest_of_reduced<Number>(wide_->re) : static_cast<Number>(re_);
    } else {
        using real = typename Number::value_type;
        if (!wide_) return {static_cast<real>(re_), static_cast<real>(im_)};
        return {nearest_of_reduced<real>(wide_->re), nearest_of_reduced<real>(wide_->im)};
    }
}

template float exact::to<float>() const;
template double exact::to<double>() const;
template std::complex<float> exact::to<std::complex<float>>() const;
template std::complex<double> exact::to<std::complex<double>>() const;

exact& exact::operator+=(const exact& b) {
    if (!wide_ && !b.wide_) {
        const auto re = sum(re_, b.re_);
        const auto im = sum(im_, b.im_);
        if (re && im) return *this = from_doubles(*re, *im);
    }
    return *this = from_reduced(re() + b.re(), im() + b.im());
}

exact& exact::operator-=(const exact& b) { return *this += -b; }

// (a + bi)(c + di) = (ac − bd) + (ad + bc)i
exact& exact::operator*=(const exact& b) {
    if (!wide_ && !b.wide_) {
        const auto re = sum(product(re_, b.re_), product(-im_, b.im_));
        const auto im = sum(product(re_, b.im_), product(im_, b.re_));
        if (re && im) return *this = from_doubles(*re, *im);
    }
    const parts x{re(), im()};
    const parts y{b.re(), b.im()};
    if (is_real() && b.is_real()) return *this = from_reduced(x.re * y.re, 0);
    return *this = from_reduced(x.re * y.re - x.im * y.im, x.re * y.im + x.im * y.re);
}

exact operator-(const exact& a) {
    if (a.wide_) return exact::from_reduced(-a.wide_->re, -a.wide_->im);
    return exact::from_doubles(-a.re_, -a.im_);
}

exact conj(const exact& a) {
    if (a.wide_) return exact::from_reduced(a.wide_->re, -a.wide_->im);
    return exact::from_doubles(a.re_, -a.im_);
}

rational ratio(const mpz_class& a, const mpz_class& b) { return reduced(rational(a, b)); }

std::string to_string(const rational& fraction) {
    const rational q = reduced(fraction);
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
    const std::hash<double> hash;
    const auto near = a.to<std::complex<double>>();
    return hash(near.real()) * 31 + hash(near.imag());
}

}  // namespace noble
