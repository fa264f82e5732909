#include "plot/panels/spectrum.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "support/property.hpp"

using namespace noble;
using namespace noble::drawing;
using noble::testing::holds;
using noble::testing::scaled_cases;

namespace {

std::complex<double> direct(const numeric_filter& f, double fraction) {
    std::complex<double> sum = 0;
    for (const auto& t : f.taps) {
        sum +=
            t.value * std::polar(1.0, -std::numbers::pi * fraction * static_cast<double>(t.index));
    }
    return sum;
}

numeric_filter random_filter(bool real) {
    numeric_filter f;
    index_t at = *rc::gen::inRange(-300, 300);
    const int count = *rc::gen::inRange(1, 40);
    for (int i = 0; i < count; ++i) {
        const double re = *rc::gen::inRange(-9, 10);
        const double im = real ? 0 : *rc::gen::inRange(-9, 10);
        if (re != 0 || im != 0) f.taps.push_back({at, {re, im}});
        at += *rc::gen::inRange(1, 9);
    }
    if (f.taps.empty()) f.taps.push_back({at, 1});
    return f;
}

}  // namespace

TEST_CASE("spectrum: each point is the sum Σ h[t]·e^{−iωt}, in magnitude and phase") {
    CHECK(holds("spectra of random taps", scaled_cases(100), [] {
        const bool real = *rc::gen::arbitrary<bool>();
        const auto f = random_filter(real);
        const auto s = spectrum_of(f, !real);
        RC_ASSERT(s.frequency.front() == (real ? 0 : -1));
        RC_ASSERT(s.frequency.back() == 1);
        double sum = 0;
        for (const auto& t : f.taps) sum += std::abs(t.value);
        for (std::size_t i = 0; i < s.frequency.size(); i += 97) {
            const auto H = direct(f, s.frequency[i]);
            RC_ASSERT(std::abs(s.magnitude[i] - std::abs(H)) <= 1e-11 * sum);
            if (std::isnan(s.phase[i])) continue;
            const auto turned = H * std::polar(1.0, std::numbers::pi * s.frequency[i] * s.centre());
            const auto back = std::polar(s.magnitude[i], 2 * std::numbers::pi * s.phase[i]);
            RC_ASSERT(std::abs(turned - back) <= 1e-10 * sum);
        }
    }));
}

TEST_CASE("spectrum: a filter longer than the transform is folded, not cut") {
    numeric_filter f;
    f.taps = {{0, 1}, {3'000'000'000'000, 1}};
    const auto s = spectrum_of(f, false);
    for (std::size_t i = 0; i < s.frequency.size(); i += 9973) {
        CHECK(s.magnitude[i] >= 0);
        CHECK(s.magnitude[i] <= 2);
    }
    CHECK(s.magnitude.front() == doctest::Approx(2));
}

TEST_CASE("spectrum: of a small part there are as many points, each of them the sum") {
    CHECK(holds("filters and parts", scaled_cases(50), [] {
        const auto f = random_filter(*rc::gen::arbitrary<bool>());
        const double shown = 9 / std::pow(10.0, *rc::gen::inRange(1, 9));
        const auto s = spectrum_of(f, true, shown);
        RC_ASSERT(s.frequency.size() >= 2049U);
        RC_ASSERT(s.frequency.back() >= shown);
        RC_ASSERT(s.frequency.front() == -s.frequency.back());
        double scale = 0;
        for (const auto& t : f.taps) scale += std::abs(t.value);
        for (std::size_t i = 0; i < s.frequency.size(); i += 97) {
            const double error = s.magnitude[i] - std::abs(direct(f, s.frequency[i]));
            RC_ASSERT(std::abs(error) < 1e-11 * scale);
        }
    }));
}

TEST_CASE("spectrum: a symmetric filter has the delay of its middle, everywhere") {
    numeric_filter f;
    f.taps = {{4, 1}, {5, 4}, {6, 6}, {7, 4}, {8, 1}};
    const auto s = spectrum_of(f, false);
    CHECK(s.centre() == 6);
    for (const double d : s.group_delay) {
        if (!std::isnan(d)) CHECK(std::abs(d) < 1e-6);
    }
}

TEST_CASE("spectrum: the group delay is minus the slope of the phase") {
    numeric_filter f;
    f.taps = {{0, 1}, {1, 0.5}, {2, -0.25}};
    const auto s = spectrum_of(f, false);
    for (std::size_t i = 1; i + 1 < s.frequency.size(); i += 50) {
        const double slope =
            (s.phase[i + 1] - s.phase[i - 1]) * 2 / (s.frequency[i + 1] - s.frequency[i - 1]);
        CHECK(s.group_delay[i] == doctest::Approx(-slope).epsilon(1e-3));
    }
}
