#include "noble/polynomial.hpp"

#include <doctest/doctest.h>

#include "noble/error.hpp"

using namespace noble;

namespace {

polynomial tap_of_q(index_t i) { return polynomial(unknown_tap{"q", i, false}); }
polynomial h(index_t i) { return polynomial(unknown_tap{"h", i, false}); }
polynomial number(int n) { return {exact(n)}; }

}  // namespace

TEST_CASE("polynomial: (a + b)² = a² + 2ab + b²") {
    const polynomial sum = tap_of_q(0) + h(1);
    CHECK(sum * sum == tap_of_q(0) * tap_of_q(0) + number(2) * tap_of_q(0) * h(1) + h(1) * h(1));
}

TEST_CASE("polynomial: multiplication commutes, associates and distributes") {
    const polynomial a = tap_of_q(0) + number(2);
    const polynomial b = h(0) - tap_of_q(1);
    const polynomial c = conj(tap_of_q(0)) * h(2) - number(1);
    CHECK(a * b == b * a);
    CHECK((a * b) * c == a * (b * c));
    CHECK(a * (b + c) == a * b + a * c);
}

TEST_CASE("polynomial: terms that cancel are gone") {
    const polynomial a = tap_of_q(0) * h(1) + tap_of_q(2);
    CHECK((a - a).is_zero());
    CHECK((a - a).terms().empty());
    CHECK((a + tap_of_q(2) - a) == tap_of_q(2));
    CHECK((number(0) * a).is_zero());
    CHECK((a - tap_of_q(0) * h(1)).terms().size() == 1);
    CHECK(polynomial(exact(0)).is_zero());
    CHECK((-a + a).is_zero());
}

TEST_CASE("polynomial: (a + b)(a − b) = a² − b² keeps no zero coefficient") {
    const polynomial product = (tap_of_q(0) + tap_of_q(1)) * (tap_of_q(0) - tap_of_q(1));
    CHECK(product == tap_of_q(0) * tap_of_q(0) - tap_of_q(1) * tap_of_q(1));
    CHECK(product.terms().size() == 2);
}

TEST_CASE("polynomial: an unknown tap and its conjugate are two unknowns") {
    CHECK(conj(tap_of_q(0)) != tap_of_q(0));
    CHECK(conj(conj(tap_of_q(0))) == tap_of_q(0));
    CHECK(conj(tap_of_q(0) * h(1)) == conj(h(1)) * conj(tap_of_q(0)));
    CHECK(conj(polynomial(exact(1, 2)) * tap_of_q(0)) ==
          polynomial(exact(1, -2)) * conj(tap_of_q(0)));
}

TEST_CASE("polynomial: numbers are numbers, and unknown taps are named where one is asked for") {
    CHECK(number(3).is_number());
    CHECK(number(3).number() == exact(3));
    CHECK(polynomial().is_number());
    CHECK(polynomial().number() == exact(0));
    CHECK((tap_of_q(0) - tap_of_q(0) + number(2)).number() == exact(2));
    CHECK_FALSE(tap_of_q(0).is_number());
    CHECK_THROWS_WITH_AS((void)(tap_of_q(3) + number(1)).number(), doctest::Contains("q"),
                         argument_error);
}

TEST_CASE("polynomial: text names the taps") {
    CHECK(to_string(unknown_tap{"q", 0, false}) == "q0");
    CHECK(to_string(unknown_tap{"h1", 2, false}) == "h1_2");
    CHECK(to_string(unknown_tap{"q", 1, true}) == "conj(q1)");
    CHECK(to_string(number(3)) == "3");
    CHECK(to_string(polynomial()) == "0");
    CHECK(to_string(tap_of_q(0)) == "q0");
    CHECK(to_string(-tap_of_q(0)) == "-q0");
    CHECK(to_string(number(2) * tap_of_q(0) - polynomial(exact(ratio(1, 2))) * conj(tap_of_q(1))) ==
          "2*q0-0.5*conj(q1)");
}

TEST_CASE("polynomial: text has no spaces") {
    const polynomial a =
        polynomial(exact(1, 2)) * tap_of_q(0) * h(1) - polynomial(exact(0, -1)) + h(0);
    CHECK(to_string(a).find(' ') == std::string::npos);
}

TEST_CASE("polynomial: equal polynomials have equal hashes") {
    CHECK(hash_value((tap_of_q(0) + h(0)) * tap_of_q(1)) ==
          hash_value(tap_of_q(1) * h(0) + tap_of_q(1) * tap_of_q(0)));
    CHECK(hash_value(tap_of_q(0)) != hash_value(tap_of_q(1)));
    CHECK(hash_value(tap_of_q(0)) != hash_value(conj(tap_of_q(0))));
}
