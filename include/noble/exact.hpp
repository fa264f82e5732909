// Exact numbers: Gaussian rationals a + bi with a, b rational, the field that taps and scales live
// in. Every finite double is one, so no algebra ever rounds; values round once, on the way out.
//
// Numbers whose parts both are doubles are held as such, and computed as such where no rounding
// occurs: filters are made of doubles. All others are rationals behind a shared handle.
#pragma once

#include <complex>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <limits>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include "noble/rational.hpp"

namespace [[gnu::visibility("default")]] noble {

/// The double or float nearest to q (ties to even); overflows to ±inf.
template <std::floating_point Real>
[[gnu::visibility("default")]] Real nearest(const rational& q);

/// A Gaussian rational: re + i·im. Immutable in use; ordinary value semantics.
class exact {
 public:
    exact() = default;  ///< zero
    /// The integer, of any size that a long holds.
    template <std::integral Integer>
    exact(Integer value)  // NOLINT(google-explicit-constructor): a number is a number
        : re_(static_cast<double>(value)) {
        constexpr auto most = std::int64_t{1} << std::numeric_limits<double>::digits;
        if (std::cmp_greater(as_long(value), most) || std::cmp_less(as_long(value), -most)) {
            *this = from_integer(as_long(value));
        }
    }
    /// The double itself, not the decimal it was printed as. Throws argument_error for NaN and Inf.
    exact(double value);  // NOLINT(google-explicit-constructor)
    /// Both parts as doubles. Throws argument_error for NaN and Inf.
    exact(std::complex<double> value);  // NOLINT(google-explicit-constructor)
    /// A real number.
    exact(const rational& re);  // NOLINT(google-explicit-constructor)
    /// re + i·im.
    exact(const rational& re, const rational& im);

    [[nodiscard]] rational re() const;  ///< the real part
    [[nodiscard]] rational im() const;  ///< the imaginary part
    [[nodiscard]] bool is_zero() const noexcept { return !wide_ && re_ == 0 && im_ == 0; }  ///< 0
    /// im = 0.
    [[nodiscard]] bool is_real() const noexcept { return wide_ ? is_wide_real() : im_ == 0; }

    /// Rounded once, to nearest, each part on its own. Real: throws argument_error if im ≠ 0.
    template <class Number>
    [[nodiscard]] Number to() const;

    exact& operator+=(const exact& b);                                  ///< this + b, exactly
    exact& operator-=(const exact& b);                                  ///< this − b, exactly
    exact& operator*=(const exact& b);                                  ///< this · b, exactly
    friend exact operator+(exact a, const exact& b) { return a += b; }  ///< a + b, exactly
    friend exact operator-(exact a, const exact& b) { return a -= b; }  ///< a − b, exactly
    friend exact operator*(exact a, const exact& b) { return a *= b; }  ///< a · b, exactly
    friend exact operator-(const exact& a);                             ///< −a
    friend exact conj(const exact& a);
    /// Equal numbers, however they are held.
    friend bool operator==(const exact& a, const exact& b) {
        return a.re_ == b.re_ && a.im_ == b.im_ && (a.wide_ == b.wide_ || have_equal_parts(a, b));
    }

 private:
    struct parts;

    template <std::integral Integer>
    static auto as_long(Integer value) {
        return static_cast<std::conditional_t<std::is_signed_v<Integer>, long, unsigned long>>(
            value);
    }
    static exact from_doubles(double re, double im);
    static exact from_reduced(const rational& re, const rational& im);
    static exact from_integer(long value);
    static exact from_integer(unsigned long value);
    [[nodiscard]] bool is_wide_real() const noexcept;
    static bool have_equal_parts(const exact& a, const exact& b);

    // Where both parts are doubles: these (no zero of them negative), and no handle.
    double re_ = 0;
    double im_ = 0;
    std::shared_ptr<const parts> wide_;
};

// Friends are exported where they are declared outside of the class too.
[[gnu::visibility("default")]] exact operator-(const exact& a);

/// The complex conjugate.
[[gnu::visibility("default")]] exact conj(const exact& a);

/// a / b in lowest terms. Throws argument_error if b = 0.
rational ratio(const integer& a, const integer& b);

/// The number as an expression that parses back to it: an integer, the shortest double literal
/// where one is exact, else p/q; complex numbers as `1+2i`.
std::string to_string(const rational& fraction);
/// The same of a Gaussian rational.
std::string to_string(const exact& a);
std::ostream& operator<<(std::ostream& out, const exact& a);

/// Equal numbers have equal hashes.
std::size_t hash_value(const exact& a);

}  // namespace noble
