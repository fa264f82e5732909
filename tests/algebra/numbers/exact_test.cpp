#include "noble/exact.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include <bit>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <sstream>
#include <string>

#include "noble/error.hpp"
#include "support/property.hpp"

using namespace noble;
using noble::testing::holds;

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double least = std::numeric_limits<double>::denorm_min();
constexpr double most = std::numeric_limits<double>::max();

rational power_of_two(int e) {
    mpz_class value = 1;
    value <<= static_cast<unsigned long>(std::abs(e));
    return e < 0 ? ratio(1, value) : rational(value);
}

rational power_of_ten(int e) {
    mpz_class value;
    mpz_ui_pow_ui(value.get_mpz_t(), 10, static_cast<unsigned long>(std::abs(e)));
    return e < 0 ? ratio(1, value) : rational(value);
}

/// Strictly less than any difference that matters.
const rational tiny = power_of_two(-5000);

}  // namespace

TEST_CASE("exact: ties round to even") {
    CHECK(nearest<double>(power_of_two(53) + 1) == 9007199254740992.0);
    CHECK(nearest<double>(power_of_two(53) + 3) == 9007199254740996.0);
    CHECK(nearest<double>(-power_of_two(53) - 1) == -9007199254740992.0);
    CHECK(nearest<float>(power_of_two(24) + 1) == 16777216.0F);
    CHECK(nearest<float>(power_of_two(24) + 3) == 16777220.0F);
}

TEST_CASE("exact: the least excess over a tie decides it") {
    CHECK(nearest<double>(power_of_two(53) + 1 + tiny) == 9007199254740994.0);
    CHECK(nearest<double>(power_of_two(53) + 3 - tiny) == 9007199254740994.0);
    CHECK(nearest<double>(-power_of_two(53) - 1 - tiny) == -9007199254740994.0);
}

TEST_CASE("exact: a float is rounded once, not through double") {
    const rational q = 1 + power_of_two(-24) + power_of_two(-60);
    CHECK(nearest<float>(q) == 1.0F + 0x1p-23F);
    CHECK(static_cast<float>(nearest<double>(q)) == 1.0F);
}

TEST_CASE("exact: subnormal numbers round to nearest, ties to even, as others do") {
    const rational q = exact(least).re();
    CHECK(nearest<double>(q) == least);
    CHECK(nearest<double>(q / 2) == 0.0);
    CHECK(nearest<double>(q / 2 + tiny) == least);
    CHECK(nearest<double>(q * 3 / 2) == 2 * least);
    CHECK(nearest<double>(q * 5 / 2) == 2 * least);
    CHECK(nearest<double>(tiny) == 0.0);
    CHECK(nearest<double>(power_of_two(-1022) - q / 2) == 0x1p-1022);
    CHECK(nearest<double>(power_of_two(-1022) - q / 2 - tiny) == 0x1p-1022 - least);
    CHECK(nearest<float>(power_of_two(-150)) == 0.0F);
    CHECK(nearest<float>(power_of_two(-150) + tiny) == 0x1p-149F);
    CHECK(nearest<float>(power_of_two(-149) * 3 / 2) == 0x1p-148F);
}

TEST_CASE("exact: what is beyond the largest number overflows, from half a unit on") {
    const rational half_unit = power_of_two(970);
    CHECK(nearest<double>(exact(most).re() + half_unit - tiny) == most);
    CHECK(nearest<double>(exact(most).re() + half_unit) == inf);
    CHECK(nearest<double>(-exact(most).re() - half_unit) == -inf);
    CHECK(nearest<double>(power_of_two(5000)) == inf);
    CHECK(nearest<float>(exact(most).re()) == std::numeric_limits<float>::infinity());
    CHECK(nearest<float>(power_of_two(128) - power_of_two(103)) ==
          std::numeric_limits<float>::infinity());
    CHECK(nearest<float>(power_of_two(128) - power_of_two(103) - tiny) ==
          std::numeric_limits<float>::max());
}

TEST_CASE("exact: every finite double and float comes back as it was") {
    CHECK(holds("round trip", 20000, [](std::uint64_t bits) {
        const auto x = std::bit_cast<double>(bits);
        RC_PRE(std::isfinite(x));
        RC_ASSERT(exact(x).to<double>() == x);
        const auto f = std::bit_cast<float>(static_cast<std::uint32_t>(bits));
        RC_PRE(std::isfinite(f));
        RC_ASSERT(exact(double(f)).to<float>() == f);
    }));
}

TEST_CASE("exact: decimal fractions round as the C library reads them") {
    CHECK(holds("as strtod and strtof", 20000, [] {
        const auto digits = *rc::gen::resize(
            100, rc::gen::inRange<std::int64_t>(-999'999'999'999'999'999, 999'999'999'999'999'999));
        const int e = *rc::gen::resize(100, rc::gen::inRange(-345, 300));
        const std::string text = std::to_string(digits) + "e" + std::to_string(e);
        const rational q = rational(mpz_class(static_cast<long>(digits))) * power_of_ten(e);
        RC_ASSERT(nearest<double>(q) == std::strtod(text.c_str(), nullptr));
        const std::string small = std::to_string(digits) + "e" + std::to_string(e / 6);
        const rational p = rational(mpz_class(static_cast<long>(digits))) * power_of_ten(e / 6);
        RC_ASSERT(nearest<float>(p) == std::strtof(small.c_str(), nullptr));
    }));
}

TEST_CASE("exact: fractions round as one division of doubles does") {
    CHECK(holds("as p/q", 20000, [] {
        const auto number = rc::gen::resize(100, rc::gen::inRange<std::int64_t>(1, 1LL << 53));
        const std::int64_t p = *number;
        const std::int64_t q = *number;
        const rational r = ratio(mpz_class(static_cast<long>(p)), mpz_class(static_cast<long>(q)));
        RC_ASSERT(nearest<double>(r) == static_cast<double>(p) / static_cast<double>(q));
        RC_ASSERT(nearest<double>(-r) == -static_cast<double>(p) / static_cast<double>(q));
    }));
}

TEST_CASE("exact: 0.1 is a double, not 1/10") {
    CHECK(exact(0.1) != exact(ratio(1, 10)));
    CHECK(exact(0.1).re() == ratio(mpz_class("3602879701896397"), mpz_class("36028797018963968")));
    CHECK(exact(0.5) == exact(ratio(1, 2)));
    CHECK(exact(0.1) + exact(0.2) != exact(0.3));
}

TEST_CASE("exact: integers of every width are themselves") {
    CHECK(exact(std::numeric_limits<std::uint64_t>::max()).re() ==
          rational("18446744073709551615"));
    CHECK(exact(std::numeric_limits<std::int64_t>::min()).re() == rational("-9223372036854775808"));
    CHECK(exact(static_cast<short>(-3)) == exact(-3.0));
    CHECK(exact(static_cast<unsigned char>(200)) == exact(200));
}

TEST_CASE("exact: NaN and infinity are no numbers") {
    CHECK_THROWS_AS(exact(std::nan("")), argument_error);
    CHECK_THROWS_AS(exact{inf}, argument_error);
    CHECK_THROWS_AS(exact{-inf}, argument_error);
    CHECK_THROWS_AS(exact(std::complex<double>(0, inf)), argument_error);
    CHECK_THROWS_AS(exact(std::complex<double>(std::nan(""), 0)), argument_error);
}

TEST_CASE("exact: a ratio is in lowest terms and refuses the denominator 0") {
    CHECK(ratio(6, -4).get_num() == -3);
    CHECK(ratio(6, -4).get_den() == 2);
    CHECK(ratio(0, -7) == 0);
    CHECK(ratio(0, -7).get_den() == 1);
    CHECK_THROWS_AS(ratio(1, 0), argument_error);
}

TEST_CASE("exact: fractions that GMP was given unreduced are the numbers that they are") {
    const rational half(2, 4);
    CHECK(exact(half) == exact(0.5));
    CHECK(exact(rational("6/4"), half) == exact(rational(3, 2), rational(1, 2)));
    CHECK(exact(half) + exact(half) == exact(1));
    CHECK(exact(rational(2, 6)) == exact(ratio(1, 3)));
    CHECK(exact(rational(2, 6)) * exact(3) == exact(1));
    CHECK(hash_value(exact(rational(2, 6))) == hash_value(exact(ratio(1, 3))));
    CHECK(exact(rational(1, -2)) == exact(-0.5));
    CHECK(nearest<double>(rational(10, 30)) == 1.0 / 3);
    CHECK(nearest<float>(rational(mpz_class(3), mpz_class(-6))) == -0.5F);
    CHECK(to_string(rational("10/30")) == "1/3");
    CHECK(to_string(exact(rational("4/2"))) == "2");
    CHECK_THROWS_AS(exact(rational("1/0")), argument_error);
    CHECK_THROWS_AS(nearest<double>(rational("1/0")), argument_error);
}

TEST_CASE("exact: arithmetic is that of the Gaussian rationals") {
    const exact i(0, 1);
    CHECK(i * i == exact(-1));
    CHECK(exact(1, 2) * exact(3, -1) == exact(5, 5));
    CHECK(exact(1, 2) + exact(3, -1) == exact(4, 1));
    CHECK(exact(1, 2) - exact(3, -1) == exact(-2, 3));
    CHECK(-exact(1, -2) == exact(-1, 2));
    CHECK(conj(exact(1, 2)) == exact(1, -2));
    CHECK(exact(ratio(1, 3)) * exact(3) == exact(1));
    exact squared(1, 2);
    squared *= squared;
    CHECK(squared == exact(-3, 4));
    CHECK(exact().is_zero());
    CHECK_FALSE(i.is_zero());
    CHECK_FALSE(i.is_real());
}

TEST_CASE("exact: a number that is not real has no real value") {
    CHECK_THROWS_AS((void)exact(1, 1).to<double>(), argument_error);
    CHECK_THROWS_AS((void)exact(1, 1).to<float>(), argument_error);
    CHECK(exact(1, -2).to<std::complex<double>>() == std::complex<double>(1, -2));
    CHECK(exact(1, -2).to<std::complex<float>>() == std::complex<float>(1, -2));
    const auto third = exact(ratio(1, 3), ratio(2, 3)).to<std::complex<double>>();
    CHECK(third == std::complex<double>(1.0 / 3, 2.0 / 3));
}

TEST_CASE("exact: text is an integer, a double where one is exact, else p/q") {
    CHECK(to_string(exact(3)) == "3");
    CHECK(to_string(exact(-3)) == "-3");
    CHECK(to_string(exact(0.5)) == "0.5");
    CHECK(to_string(exact(0.1)) == "0.1");
    CHECK(to_string(exact(ratio(1, 10))) == "1/10");
    CHECK(to_string(exact(ratio(-1, 3))) == "-1/3");
    CHECK(to_string(exact(1, 2)) == "1+2i");
    CHECK(to_string(exact(1, -2)) == "1-2i");
    std::ostringstream out;
    out << exact(ratio(2, 3));
    CHECK(out.str() == "2/3");
}

TEST_CASE("exact: the hash of a number does not depend on how it was made") {
    CHECK(hash_value(exact(0.5)) == hash_value(exact(ratio(2, 4))));
    CHECK(hash_value(exact(1)) != hash_value(exact(2)));
    CHECK(hash_value(exact(1, 2)) != hash_value(exact(2, 1)));
}

TEST_CASE(
    "exact: sums and products that no double holds are exact, and doubles again where one does") {
    const exact one(1);
    const exact tiny_part(0x1p-70);
    CHECK((one + tiny_part).re() == 1 + power_of_two(-70));
    CHECK(one + tiny_part != one);
    CHECK(one + tiny_part - tiny_part == one);
    CHECK((one + tiny_part) * exact(0x1p70) == exact(rational(1 + power_of_two(70))));
    CHECK((exact(0.1) * exact(0.1)).re() == exact(0.1).re() * exact(0.1).re());
    CHECK(exact(least) * exact(least) * exact(0x1p1000) * exact(0x1p1000) ==
          exact(rational(power_of_two(-148))));
    CHECK((exact(least) * exact(0.5)).re() == power_of_two(-1075));
    CHECK(exact(least) * exact(0.5) + exact(least) * exact(0.5) == exact(least));
    CHECK((exact(most) + exact(most)).re() == 2 * exact(most).re());
    CHECK(exact(most) + exact(most) - exact(most) == exact(most));
    CHECK((exact(most) * exact(most)).re() == exact(most).re() * exact(most).re());
    CHECK(exact(std::complex<double>(-0.0, -0.0)) == exact(0));
    CHECK((exact(-1) * exact(0.0)).to<std::complex<double>>() == std::complex<double>(0, 0));
    CHECK_FALSE(std::signbit((exact(-1) * exact(0.0)).to<double>()));
}

TEST_CASE("exact: random arithmetic agrees with rationals, at every scale") {
    CHECK(holds("exact arithmetic", 2000, [] {
        const auto draw = [] {
            const double value = std::ldexp(static_cast<double>(*rc::gen::inRange(-9, 10)),
                                            *rc::gen::inRange(-1080, 1020));
            return *rc::gen::inRange(0, 5) == 0 ? rational(value) / 3 : rational(value);
        };
        const rational a = draw();
        const rational b = draw();
        const rational c = draw();
        const rational d = draw();
        const exact x(a, b);
        const exact y(c, d);
        RC_ASSERT(x + y == exact(rational(a + c), rational(b + d)));
        RC_ASSERT(x - y == exact(rational(a - c), rational(b - d)));
        RC_ASSERT((x * y).re() == a * c - b * d);
        RC_ASSERT((x * y).im() == a * d + b * c);
        RC_ASSERT(x * y == exact(rational(a * c - b * d), rational(a * d + b * c)));
        RC_ASSERT(x + y - y == x);
        RC_ASSERT(hash_value(x + y - y) == hash_value(x));
    }));
}
