#include "noble/canonical.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include <limits>

#include "noble/error.hpp"
#include "support/property.hpp"

using namespace noble;

namespace {

using form = canonical<exact>;
using entries = std::vector<periodic_tap<exact>>;

entries taps_of(const form& a) { return {a.taps().begin(), a.taps().end()}; }

}  // namespace

TEST_CASE("canonical: taps come in any order, equal ones are added and zeros dropped") {
    const form a(2, 3, {{1, 5, 2}, {0, 1, 3}, {1, 5, -2}, {0, -1, 4}, {1, 0, 0}});
    CHECK(taps_of(a) == entries{{0, -1, 4}, {0, 1, 3}});
    CHECK(a.row(1).empty());
    CHECK(a.row(0).size() == 2);
}

TEST_CASE("canonical: periods below 1 and rows outside the period are refused") {
    CHECK_THROWS_AS(form(0, 1, {}), argument_error);
    CHECK_THROWS_AS(form(1, 0, {}), argument_error);
    CHECK_THROWS_AS(form(1, -1, {}), argument_error);
    CHECK_THROWS_AS(form(2, 1, {{2, 0, 1}}), argument_error);
    CHECK_THROWS_AS(form(2, 1, {{-1, 0, 1}}), argument_error);
}

TEST_CASE("canonical: stretching by f and reducing gives the form back") {
    const form a = canonical_form<exact>(down(3) * conv(taps{1, 2, 3, 4}) * up(2));
    for (const index_t f : {1, 2, 3, 4, 5, 6, 12}) {
        const form b = stretch(a, f);
        CHECK(b.outputs() == f * a.outputs());
        CHECK(b.inputs() == f * a.inputs());
        CHECK(b.taps().size() == static_cast<std::size_t>(f) * a.taps().size());
        CHECK(reduce(b) == a);
    }
}

TEST_CASE("canonical: adding forms of two rates is refused") {
    const std::vector<form> two{canonical_form<exact>(up(2)), canonical_form<exact>(up(3))};
    CHECK_THROWS_AS(add<exact>(two), rate_error);
}

TEST_CASE("canonical: rounding to float drops what rounds to zero") {
    const auto a = rounded<float>(canonical_form<exact>(conv(sequence{exact(0.1), exact(1e-60)})));
    REQUIRE(a.taps().size() == 1);
    CHECK(a.taps()[0].value == 0.1F);
    CHECK_THROWS_AS(rounded<double>(canonical_form<exact>(scale(exact(0, 1)))), argument_error);
    CHECK(
        rounded<std::complex<double>>(canonical_form<exact>(scale(exact(0, 1)))).taps()[0].value ==
        std::complex<double>(0, 1));
}

TEST_CASE("canonical: periods and offsets beyond 64 bits are errors, not wraps") {
    constexpr index_t big = index_t{1} << 62;
    constexpr index_t far = std::numeric_limits<index_t>::max();
    const form a = canonical_form<exact>(up(big));
    CHECK_THROWS_AS(stretch(a, 4), limit_error);
    CHECK_THROWS_AS(multiply(a, a), limit_error);
    const form moved(1, 1, {{0, far, 1}});
    CHECK_THROWS_AS(multiply(moved, moved), limit_error);
    CHECK_THROWS_AS(transpose(form(1, 1, {{0, std::numeric_limits<index_t>::min(), 1}})),
                    limit_error);
    CHECK_THROWS_AS(canonical_form<exact>(down(big) * delay(far) * up(3)), limit_error);
}

TEST_CASE("canonical: stretching beyond the memory limit is refused before it allocates") {
    const form a = canonical_form<exact>(conv(taps{1, 2, 1}));
    CHECK_THROWS_AS(stretch(a, index_t{1} << 40), limit_error);
    // Each term has one tap; their common period has 2·10⁹ of them.
    constexpr index_t p = 1'000'000'007;
    constexpr index_t q = 999'999'937;
    CHECK_THROWS_WITH_AS(canonical_form<exact>(up(p) * down(p) + up(q) * down(q)),
                         doctest::Contains("4 GiB"), limit_error);
}
