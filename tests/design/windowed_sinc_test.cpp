#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "noble/design.hpp"
#include "noble/error.hpp"
#include "noble/op.hpp"
#include "support/fixture.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

sequence designed(const std::string& name, const taper& w, double low, double high, index_t count) {
    if (name == "lowpass") return lowpass(low, count, w);
    if (name == "highpass") return highpass(low, count, w);
    return bandpass(low, high, count, w);
}

/// |Σ q[t]·e^{−iπft}| at the fraction f of Nyquist.
double gain(const sequence& q, double f) {
    std::complex<double> sum;
    for (const auto& [t, value] : q.taps<exact>()) {
        sum += value.to<double>() * std::polar(1.0, -std::acos(-1.0) * f * static_cast<double>(t));
    }
    return std::abs(sum);
}

}  // namespace

TEST_CASE("windowed_sinc: lowpass, highpass and bandpass are SciPy's firwin") {
    const std::vector<fixture_line> lines = read_fixture("firwin.txt");
    REQUIRE(lines.size() > 200);
    for (std::size_t i = 0; i < lines.size(); i += 2) {
        const auto& words = lines[i].words;
        const std::vector<double> expected = lines[i + 1].numbers();
        const taper w = taper::named(words.at(1), std::stod(words.at(2)));
        const auto count = static_cast<index_t>(expected.size());
        const sequence q =
            designed(words.at(0), w, std::stod(words.at(3)), std::stod(words.at(4)), count);
        CAPTURE(words.at(0));
        CAPTURE(words.at(1));
        CAPTURE(words.at(3));
        CAPTURE(count);
        REQUIRE(q.length() == count);
        CHECK(q.first() == -((count - 1) / 2));
        double largest = 0;
        for (std::size_t t = 0; t < expected.size(); ++t) {
            const double tap = q[q.first() + static_cast<index_t>(t)].number().to<double>();
            largest = std::max(largest, std::abs(tap - expected[t]));
        }
        CHECK(largest <= 1e-14);
    }
}

TEST_CASE("windowed_sinc: unit gain where it is promised") {
    CHECK(gain(lowpass(0.2, 63), 0) == doctest::Approx(1).epsilon(1e-13));
    CHECK(gain(highpass(0.2, 63), 1) == doctest::Approx(1).epsilon(1e-13));
    CHECK(gain(bandpass(0.2, 0.4, 63), 0.3) == doctest::Approx(1).epsilon(1e-13));
    CHECK(gain(lowpass(0.2, 63), 0.6) < 0.01);
    CHECK(gain(highpass(0.4, 63), 0.1) < 0.01);
}

TEST_CASE("windowed_sinc: odd lengths are symmetric about index 0") {
    const sequence q = lowpass(0.3, 31);
    CHECK(q == q.reversed());
    CHECK(conv(q).delay() == rational(0));
}

TEST_CASE("windowed_sinc: frequencies outside (0, 1), bad counts and even highpasses are refused") {
    for (const double bad : {0.0, 1.0, -0.1, 1.5, std::nan(""), HUGE_VAL}) {
        CHECK_THROWS_AS(lowpass(bad, 7), argument_error);
        CHECK_THROWS_AS(highpass(bad, 7), argument_error);
        CHECK_THROWS_AS(bandpass(bad, 0.5, 7), argument_error);
        CHECK_THROWS_AS(bandpass(0.5, bad, 7), argument_error);
    }
    CHECK_THROWS_AS(bandpass(0.5, 0.5, 7), argument_error);
    CHECK_THROWS_AS(bandpass(0.6, 0.5, 7), argument_error);
    CHECK_THROWS_AS(lowpass(0.5, 0), argument_error);
    CHECK_THROWS_AS(lowpass(0.5, -3), argument_error);
    CHECK_THROWS_AS(highpass(0.5, 8), argument_error);
}

TEST_CASE("windowed_sinc: a billion taps are refused before they are computed") {
    CHECK_THROWS_AS(lowpass(0.5, 1'000'000'000), limit_error);
}
