#include "check/random_samples.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "noble/error.hpp"

using namespace noble;

TEST_CASE("random samples: the same seed gives the same values, another one others") {
    CHECK(random_samples<double>(3).values(20) == random_samples<double>(3).values(20));
    CHECK(random_samples<double>(3).values(20) != random_samples<double>(4).values(20));
}

TEST_CASE("random samples: narrow types hold the wide ones' values, rounded") {
    const auto wide = random_samples<std::complex<double>>(5).values(50);
    const auto narrow = random_samples<std::complex<float>>(5).values(50);
    for (std::size_t i = 0; i < wide.size(); ++i) {
        CHECK(narrow[i] == std::complex<float>(wide[i]));
        CHECK(std::abs(wide[i].real()) <= 1);
        CHECK(wide[i].imag() != 0);
    }
}

TEST_CASE("random samples: beyond the memory limit they are refused") {
    CHECK_THROWS_AS(random_samples<double>(1).values(index_t{1} << 55), limit_error);
}
