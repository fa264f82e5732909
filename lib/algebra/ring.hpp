// How canonical forms are multiplied in each scalar.
//
// Exact numbers are brought to one common denominator per operand first, so that the inner loop is
// integer multiply-add (GMP's mpz_addmul) and lowest terms are found once per resulting tap.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "noble/canonical.hpp"
#include "noble/exact.hpp"
#include "noble/polynomial.hpp"

namespace noble {

template <class Scalar>
struct ring;

/// A Gaussian integer.
struct gaussian_integer {
    mpz_class re;
    mpz_class im;
};

template <>
struct ring<exact> {
    using element = gaussian_integer;
    /// What one tap takes, about: four GMP integers of a limb or two, and their handles.
    static constexpr std::size_t bytes = 192;

    ring(std::span<const periodic_tap<exact>> a, std::span<const periodic_tap<exact>> b);
    void add_product(element& sum, std::size_t i, std::size_t j) const;
    [[nodiscard]] exact value(const element& sum) const;

 private:
    mpz_class denominator_;
    std::vector<element> left_;
    std::vector<element> right_;
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
    [[nodiscard]] polynomial value(const element& sum) const { return sum; }

 private:
    std::span<const periodic_tap<polynomial>> left_;
    std::span<const periodic_tap<polynomial>> right_;
};

}  // namespace noble
