// The transforms of every instruction set against the defining sum in double precision, in the
// order that they state, and back.
#include "transforms/fourier.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <complex>
#include <limits>
#include <numbers>
#include <random>
#include <vector>

#include "engine/methods/spectra.hpp"
#include "kernels/instruction_set.hpp"
#include "transforms/transform.hpp"

using namespace noble;

namespace {

using spectrum = std::vector<std::complex<double>>;

/// Uniform in [−1, 1]².
spectrum random_signal(index_t points) {
    std::mt19937_64 random(static_cast<std::uint64_t>(points));
    std::uniform_real_distribution<double> uniform(-1, 1);
    spectrum x;
    for (index_t n = 0; n < points; ++n) {
        const double re = static_cast<float>(uniform(random));
        x.emplace_back(re, static_cast<float>(uniform(random)));
    }
    return x;
}

/// In the widest type.
std::complex<double> sum_at(const spectrum& x, index_t k) {
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

/// Of a random signal, the greatest errors there and back, in units of ε·log₂F·‖x‖.
template <class Real>
void transforms_agree(index_t points, instruction_set set) {
    CAPTURE(points);
    CAPTURE(to_string(set));
    const engine::fourier<Real> transforms(points, engine::kernels_of<Real>(set));
    const auto x = random_signal(points);
    const engine::aligned_memory<Real> memory(engine::spectrum_size<Real>(points));
    const auto values = engine::split_at(memory.data(), points);
    double energy = 0;
    for (std::size_t n = 0; n < x.size(); ++n) {
        values.re[n] = static_cast<Real>(x[n].real());
        values.im[n] = static_cast<Real>(x[n].imag());
        energy += std::norm(x[n]);
    }
    const double unit = std::numeric_limits<Real>::epsilon() *
                        std::log2(static_cast<double>(points)) * std::sqrt(energy);
    transforms.forward(values);
    const auto order = transforms.order();
    std::vector<bool> seen(x.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto k = static_cast<std::size_t>(order[i]);
        REQUIRE(k < seen.size());
        CHECK_FALSE(seen[k]);
        seen[k] = true;
        if (i % (1 + order.size() / 64) != 0) continue;
        CHECK(std::abs(std::complex<double>(values.re[i], values.im[i]) - sum_at(x, order[i])) <=
              unit);
    }
    transforms.inverse(values);
    const double scale = 1 / static_cast<double>(points);
    for (std::size_t n = 0; n < x.size(); ++n) {
        const std::complex<double> back(values.re[n] * scale, values.im[n] * scale);
        CHECK(std::abs(back - x[n]) <= unit);
    }
}

}  // namespace

TEST_CASE("fourier: forward is the defining sum in the stated order, inverse undoes it") {
    for (const auto set : instruction_sets()) {
        for (const index_t points : {256, 512, 1024, 2048, 8192}) {
            transforms_agree<float>(points, set);
            transforms_agree<double>(points, set);
        }
    }
}

TEST_CASE("fourier: FFTW's transform of real samples is the defining sum") {
    const auto x = random_signal(256);
    const engine::real_transform transform(256);
    spectrum real_parts;
    for (std::size_t n = 0; n < x.size(); ++n) {
        transform.samples()[n] = x[n].real();
        real_parts.emplace_back(x[n].real());
    }
    const auto half = transform();
    REQUIRE(half.size() == 129);
    for (std::size_t k = 0; k < half.size(); ++k) {
        CHECK(std::abs(half[k] - sum_at(real_parts, static_cast<index_t>(k))) <= 1e-12);
    }
}
