// What every transform is held against: random samples, and the sum itself in the widest type.
#pragma once

#include <cmath>
#include <complex>
#include <limits>
#include <numbers>
#include <random>
#include <vector>

#include "noble/limit.hpp"

namespace noble::testing {

using samples = std::vector<std::complex<double>>;

/// Uniform in [−1, 1]², and numbers of float too.
inline samples random_samples(index_t points) {
    std::mt19937_64 random(static_cast<std::uint64_t>(points));
    std::uniform_real_distribution<double> uniform(-1, 1);
    samples x;
    for (index_t n = 0; n < points; ++n) {
        const double re = static_cast<float>(uniform(random));
        x.emplace_back(re, static_cast<float>(uniform(random)));
    }
    return x;
}

inline samples real_parts(const samples& x) {
    samples result;
    for (const auto& value : x) result.emplace_back(value.real());
    return result;
}

/// Σ x[n]·exp(−2πi·kn/N)
inline std::complex<double> defining_sum(const samples& x, index_t k) {
    const auto points = static_cast<index_t>(x.size());
    std::complex<long double> sum = 0;
    for (index_t n = 0; n < points; ++n) {
        const auto turns =
            static_cast<long double>(n * k % points) / static_cast<long double>(points);
        sum += static_cast<std::complex<long double>>(x[static_cast<std::size_t>(n)]) *
               std::polar(1.0L, -2 * std::numbers::pi_v<long double> * turns);
    }
    return static_cast<std::complex<double>>(sum);
}

/// ε·log₂N·‖x‖: what a transform in Real may err by at each frequency.
template <class Real>
double error_unit(const samples& x) {
    double energy = 0;
    for (const auto& value : x) energy += std::norm(value);
    return std::numeric_limits<Real>::epsilon() * std::log2(static_cast<double>(x.size())) *
           std::sqrt(energy);
}

}  // namespace noble::testing
