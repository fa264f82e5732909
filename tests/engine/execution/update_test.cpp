#include "engine/execution/update.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <complex>
#include <limits>

using noble::engine::update;

TEST_CASE("update: y ← αv + βy") {
    double y = 5;
    update<double>{2, 3}(y, 7);
    CHECK(y == 29);
    update<double>{}(y, 4);
    CHECK(y == 4);
    std::complex<float> z{1, 1};
    update<std::complex<float>>{{0, 1}, {1, 0}}(z, {2, 0});
    CHECK(z == std::complex<float>{1, 3});
}

TEST_CASE("update: at β = 0 y is not read, and at α = 1 a value is itself") {
    double y = std::numeric_limits<double>::quiet_NaN();
    update<double>{2, 0}(y, 3);
    CHECK(y == 6);
    std::complex<double> z;
    update<std::complex<double>>{}(z, {std::numeric_limits<double>::infinity(), 0});
    CHECK(z.imag() == 0);
    CHECK(update<double>{}.is_plain());
    CHECK_FALSE(update<double>{1, 1}.is_plain());
    CHECK_FALSE(update<double>{2, 0}.is_plain());
}
