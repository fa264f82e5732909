// Polynomials in unknown taps with Gaussian-rational coefficients: the ring in which words with
// kernels such as `q:5` are compared. An unknown tap and its conjugate are two independent
// unknowns, so equality of polynomials is equality for all complex taps.
#pragma once

#include <compare>
#include <cstddef>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "noble/exact.hpp"
#include "noble/limit.hpp"

namespace [[gnu::visibility("default")]] noble {

/// One unknown number: tap `index` (counted from 0, as written) of the unknown kernel `name`.
struct unknown_tap {
    std::string name;         ///< of the kernel
    index_t index = 0;        ///< of the tap, from 0
    bool conjugated = false;  ///< stands for its conjugate
    friend auto operator<=>(const unknown_tap&, const unknown_tap&) = default;
};

/// `q0`; `h1_2` where the name ends in a digit; `conj(q0)`.
std::string to_string(const unknown_tap& tap);

/// A product of unknown taps, sorted, with repeats; the empty product is 1.
using monomial = std::vector<unknown_tap>;

/// A polynomial in unknown taps. Ordinary value semantics; nothing rounds.
class polynomial {
 public:
    polynomial() = default;  ///< zero
    /// A constant.
    polynomial(
        const exact& constant);  // NOLINT(google-explicit-constructor): numbers are polynomials
    /// One unknown.
    explicit polynomial(unknown_tap tap);
    /// Σ coefficient · monomial; zero coefficients are dropped.
    explicit polynomial(std::map<monomial, exact> terms);

    [[nodiscard]] bool is_zero() const noexcept { return terms_.empty(); }  ///< 0
    /// True where no unknown occurs.
    [[nodiscard]] bool is_number() const noexcept;
    /// The number. Throws argument_error, naming the unknown taps, where there are any.
    [[nodiscard]] exact number() const;
    /// By monomial, in their order; no coefficient is zero.
    [[nodiscard]] const std::map<monomial, exact>& terms() const noexcept { return terms_; }

    polynomial& operator+=(const polynomial& b);  ///< this + b
    polynomial& operator-=(const polynomial& b);  ///< this − b
    friend polynomial operator+(polynomial a, const polynomial& b) { return a += b; }  ///< a + b
    friend polynomial operator-(polynomial a, const polynomial& b) { return a -= b; }  ///< a − b
    friend polynomial operator*(const polynomial& a, const polynomial& b);             ///< a · b
    friend polynomial operator-(const polynomial& a);                                  ///< −a
    friend bool operator==(const polynomial& a, const polynomial& b) = default;

 private:
    void add_term(const monomial& m, const exact& c);

    std::map<monomial, exact> terms_;  // no zero coefficients
};

// Friends are exported where they are declared outside of the class too.
[[gnu::visibility("default")]] polynomial operator*(const polynomial& a, const polynomial& b);
[[gnu::visibility("default")]] polynomial operator-(const polynomial& a);

/// Coefficients and unknowns conjugated.
polynomial conj(const polynomial& a);

/// `q0`, `2*q0*h1-1/2*conj(q1)`, `3`: no spaces, so that it can stand as one tap in brackets.
std::string to_string(const polynomial& a);
std::ostream& operator<<(std::ostream& out, const polynomial& a);

/// Equal polynomials have equal hashes.
std::size_t hash_value(const polynomial& a);

}  // namespace noble
