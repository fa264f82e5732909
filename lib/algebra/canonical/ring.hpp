// How canonical forms are multiplied in each scalar.
#pragma once

#include <gmpxx.h>

#include <cstddef>
#include <span>
#include <vector>

#include "algebra/canonical/integer_taps.hpp"
#include "algebra/canonical/numbered_polynomial.hpp"
#include "noble/canonical.hpp"
#include "noble/exact.hpp"
#include "noble/polynomial.hpp"

namespace noble {

template <class Scalar>
struct ring;

/// Exact numbers, over one common denominator per operand.
template <>
struct ring<exact> {
    using element = gaussian_integer;
    /// What one tap takes, about: four GMP integers of a limb or two, and their handles.
    static constexpr std::size_t bytes = 192;

    ring(std::span<const periodic_tap<exact>> a, std::span<const periodic_tap<exact>> b);
    void add_product(element& sum, std::size_t i, std::size_t j) const;
    [[nodiscard]] exact value(element&& sum) const;

 private:
    integer_taps left_;
    integer_taps right_;
    mpz_class denominator_;
};

template <>
struct ring<polynomial> {
    using element = polynomial;
    static constexpr std::size_t bytes = 512;

    ring(std::span<const periodic_tap<polynomial>> a, std::span<const periodic_tap<polynomial>> b)
        : left_(a), right_(b) {}
    void add_product(element& sum, std::size_t i, std::size_t j) const {
        sum += left_[i].value * right_[j].value;
    }
    [[nodiscard]] polynomial value(element&& sum) const { return std::move(sum); }

 private:
    std::span<const periodic_tap<polynomial>> left_;
    std::span<const periodic_tap<polynomial>> right_;
};

template <>
struct ring<numbered_polynomial> {
    using element = sum_of_products;
    static constexpr std::size_t bytes = 128;

    ring(std::span<const periodic_tap<numbered_polynomial>> a,
         std::span<const periodic_tap<numbered_polynomial>> b)
        : left_(a), right_(b) {}
    void add_product(element& sum, std::size_t i, std::size_t j) const {
        sum.add(left_[i].value, right_[j].value);
    }
    [[nodiscard]] numbered_polynomial value(element&& sum) const { return std::move(sum).value(); }

 private:
    std::span<const periodic_tap<numbered_polynomial>> left_;
    std::span<const periodic_tap<numbered_polynomial>> right_;
};

}  // namespace noble
