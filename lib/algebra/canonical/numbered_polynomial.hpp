// Polynomials for products of many terms: unknown taps are numbered, coefficients are Gaussian
// integers, and terms lie in one sorted array. The forms of two words are compared in them, each
// over a common denominator (integer_form.hpp); what people see is `polynomial`.
#pragma once

#include <gmpxx.h>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "algebra/canonical/integer_taps.hpp"
#include "noble/op.hpp"
#include "noble/polynomial.hpp"

namespace noble {

/// The numbers of its unknown taps, ascending, with repeats: a string, as up to three of them then
/// take no memory of their own.
using numbered_monomial = std::u32string;

struct numbered_term {
    numbered_monomial monomial;
    gaussian_integer coefficient;
    friend bool operator==(const numbered_term&, const numbered_term&) = default;
};

class numbered_polynomial {
 public:
    numbered_polynomial() = default;  ///< zero
    /// Terms in any order; equal monomials are added, zeros dropped.
    explicit numbered_polynomial(std::vector<numbered_term> terms);

    [[nodiscard]] bool is_zero() const noexcept { return terms_.empty(); }
    [[nodiscard]] std::span<const numbered_term> terms() const noexcept { return terms_; }

    numbered_polynomial& operator+=(const numbered_polynomial& b);
    numbered_polynomial& operator*=(const mpz_class& c);
    friend bool operator==(const numbered_polynomial&, const numbered_polynomial&) = default;

 private:
    std::vector<numbered_term> terms_;  // by monomial, no zero coefficients
};

/// Σ xᵢ·yᵢ: collects terms as they come and adds up like ones whenever their number has doubled.
class sum_of_products {
 public:
    void add(const numbered_polynomial& x, const numbered_polynomial& y);
    [[nodiscard]] numbered_polynomial value() && { return numbered_polynomial(std::move(terms_)); }

 private:
    std::vector<numbered_term> terms_;
    std::size_t unlike_ = 0;  // terms when like ones were last added up
};

/// The numbers of the unknown taps of two words.
class numbering {
 public:
    numbering(const op& a, const op& b);

    [[nodiscard]] std::size_t size() const noexcept { return unknowns_.size(); }

    /// p·denominator, for a multiple of all denominators of p.
    [[nodiscard]] numbered_polynomial scaled(const polynomial& p,
                                             const mpz_class& denominator) const;
    /// p/denominator.
    [[nodiscard]] polynomial unscaled(const numbered_polynomial& p,
                                      const mpz_class& denominator) const;

 private:
    void add_unknowns(const op& a);

    std::vector<unknown_tap> unknowns_;  // sorted: the number of one is its place
};

}  // namespace noble
