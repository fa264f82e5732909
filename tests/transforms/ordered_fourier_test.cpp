#include "transforms/ordered_fourier.hpp"

#include <doctest/doctest.h>

#include "transforms/defining_sum.hpp"

using namespace noble;
using namespace noble::testing;

TEST_CASE("ordered_fourier: at each frequency the defining sum, from 16 points on") {
    for (const index_t points : {16, 32, 64, 128, 256, 4096}) {
        CAPTURE(points);
        const auto x = random_samples(points);
        const ordered_fourier transform(points);
        REQUIRE(transform.points() == points);
        for (std::size_t n = 0; n < x.size(); ++n) {
            transform.samples().re[n] = x[n].real();
            transform.samples().im[n] = x[n].imag();
        }
        transform.forward();
        for (index_t k = 0; k < points; k += 1 + points / 64) {
            CAPTURE(k);
            CHECK(std::abs(transform[k] - defining_sum(x, k)) <= error_unit<double>(x));
        }
    }
}

TEST_CASE("ordered_fourier: the spectrum of a unit sample at 0 is 1, exactly") {
    const ordered_fourier transform(64);
    transform.samples().re[0] = 1;
    transform.forward();
    for (index_t k = 0; k < 64; ++k) CHECK(transform[k] == 1.0);
}
