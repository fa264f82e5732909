#include "plot/panels/response_curves.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace noble;
using namespace noble::drawing;

namespace {

numeric_filter named(const char* name, std::initializer_list<tap<std::complex<double>>> taps,
                     index_t inputs = 1) {
    return {name, inputs, 1, taps};
}

}  // namespace

TEST_CASE("response_curves: filters without taps are left out, and no more than six are kept") {
    std::vector<numeric_filter> filters{named("zero", {})};
    for (int i = 0; i < 9; ++i) filters.push_back(named("one", {{0, 1.0}}));
    const auto c = response_curves_of(filters, {});
    CHECK(c.names() == std::vector<std::string>(6, "one"));
    CHECK(c.spectra.size() == 6);
}

TEST_CASE("response_curves: frequencies are fractions of Nyquist, or in the unit of the fastest") {
    const auto fractions = response_curves_of({named("", {{0, 1.0}}, 3)}, {});
    CHECK(fractions.nyquist() == 1);
    CHECK(fractions.axis == "frequency (fraction of Nyquist at 3 × the input's rate)");
    const auto hertz = response_curves_of({named("", {{0, 1.0}}), named("", {{0, 1.0}}, 4)}, 48000);
    CHECK(hertz.axis == "frequency (kHz)");
    CHECK(hertz.units == std::vector<double>{24, 96});
    CHECK(hertz.nyquist() == 96);
}

TEST_CASE("response_curves: complex taps have negative frequencies too") {
    CHECK_FALSE(response_curves_of({named("", {{0, 1.0}})}, {}).two_sided);
    CHECK(response_curves_of({named("", {{0, {0, 1}}})}, {}).two_sided);
}

TEST_CASE("response_curves: a delay by d samples has the group delay d, and magnitude 0 dB") {
    const auto c = response_curves_of({named("", {{7, 1.0}})}, {});
    for (const auto& p : c.delay(0, {0, 10})) CHECK(p.y == doctest::Approx(7));
    for (const auto& p : c.delay(0, {0, 6})) CHECK(std::isnan(p.y));
    for (const auto& p : c.magnitude(0)) CHECK(std::abs(p.y) < 1e-9);
    CHECK(c.delay_range().low < 7);
    CHECK(c.delay_range().high > 7);
    CHECK(c.delay_base == 0);
    CHECK(response_curves_of({named("", {{100'000, 1.0}})}, {}).delay_base == 100'000);
}

TEST_CASE("response_curves: magnitudes reach from the peak to 30 dB below it at least") {
    const auto r = response_curves_of({named("", {{0, 1.0}})}, {}).magnitude_range();
    CHECK(r.high >= 2);
    CHECK(r.low <= -30);
    CHECK(r.low >= -40);
}
