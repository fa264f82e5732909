#include "algebra/canonical/numbered_polynomial.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include "noble/parse.hpp"

namespace noble {
namespace {

TEST_CASE("numbered_polynomial: like terms add up, and zeros are dropped") {
    const numbered_polynomial p({{U"\1", {2, 0}}, {U"", {3, 0}}, {U"\1", {-2, 0}}});
    REQUIRE(p.terms().size() == 1);
    CHECK(p.terms()[0].monomial.empty());
    CHECK(numbered_polynomial({{U"a", {0, 0}}}).is_zero());
}

TEST_CASE("numbered_polynomial: there and back is the polynomial, products are products") {
    const op word = parse("conv(q:2) * conv(h:3)");
    const numbering unknowns(word, word);
    CHECK(unknowns.size() == 5);
    const polynomial x = polynomial(exact(ratio(1, 2))) * polynomial(unknown_tap{"q", 0}) +
                         polynomial(unknown_tap{"h", 2});
    const polynomial y = polynomial(unknown_tap{"q", 1}) - polynomial(exact(0, 3));
    CHECK(unknowns.unscaled(unknowns.scaled(x, 2), 2) == x);
    sum_of_products sum;
    sum.add(unknowns.scaled(x, 2), unknowns.scaled(y, 1));
    sum.add(unknowns.scaled(y, 1), unknowns.scaled(y, 2));
    CHECK(unknowns.unscaled(std::move(sum).value(), 2) == x * y + y * y);
}

}  // namespace
}  // namespace noble
