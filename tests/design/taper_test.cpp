#include <doctest/doctest.h>

#include <cmath>

#include "noble/design.hpp"
#include "noble/error.hpp"

using namespace noble;

TEST_CASE("taper: each is symmetric, greatest in the middle, and one value is 1") {
    for (const char* name : {"hamming", "hann", "blackman", "rectangular", "kaiser"}) {
        CAPTURE(name);
        const taper w = taper::named(name, 5);
        CHECK(taper_values(w, 1) == std::vector<double>{1});
        for (const index_t count : {2, 3, 8, 9}) {
            const auto values = taper_values(w, count);
            REQUIRE(static_cast<index_t>(values.size()) == count);
            for (std::size_t i = 0; i < values.size(); ++i) {
                CHECK(values[i] == doctest::Approx(values[values.size() - 1 - i]));
                CHECK(values[i] <= values[values.size() / 2] + 1e-15);
            }
        }
        CHECK(taper_values(w, 9)[4] == doctest::Approx(1));
    }
}

TEST_CASE("taper: ends are what the formulas say") {
    const auto end = [](const char* name, double beta) {
        return taper_values(taper::named(name, beta), 5).front();
    };
    CHECK(end("hamming", 0) == doctest::Approx(0.08));
    CHECK(std::abs(end("hann", 0)) < 1e-15);
    CHECK(std::abs(end("blackman", 0)) < 1e-15);
    CHECK(end("rectangular", 0) == 1);
    CHECK(end("kaiser", 4) == doctest::Approx(1 / std::cyl_bessel_i(0.0, 4.0)));
}

TEST_CASE("taper: unknown names, bad betas and no values are refused") {
    CHECK_THROWS_WITH_AS(taper::named("hammer"),
                         "unknown taper 'hammer'; expected one of hamming, hann, blackman, "
                         "rectangular, kaiser",
                         argument_error);
    CHECK_THROWS_AS(taper::named("kaiser", -1), argument_error);
    CHECK_THROWS_AS(taper::named("kaiser", std::nan("")), argument_error);
    CHECK_THROWS_AS(taper_values({}, 0), argument_error);
}
