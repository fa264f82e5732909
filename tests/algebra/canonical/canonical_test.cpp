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

/// Runs f within a megabyte: what is sparse stays sparse, or is refused.
template <class F>
auto frugally(const F& f) {
    constexpr std::uint64_t megabyte = std::uint64_t{1} << 20;
    const auto before = memory_limit();
    set_memory_limit(megabyte);
    auto result = f();
    set_memory_limit(before);
    return result;
}

}  // namespace

TEST_CASE("canonical: the letters have the periods (1, 1), (1, k) and (k, 1)") {
    const form d = canonical_form<exact>(down(3, -1));
    CHECK(d.outputs() == 1);
    CHECK(d.inputs() == 3);
    CHECK(taps_of(d) == entries{{0, -1, 1}});
    const form u = canonical_form<exact>(up(3, 4));
    CHECK(u.outputs() == 3);
    CHECK(u.inputs() == 1);
    CHECK(taps_of(u) == entries{{1, -1, 1}});
    CHECK(taps_of(canonical_form<exact>(conv(taps{1, 2, 3}))) ==
          entries{{0, -2, 3}, {0, -1, 2}, {0, 0, 1}});
}

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

TEST_CASE("canonical: the period of a word's form is the smallest") {
    const form a = canonical_form<exact>(down(6) * up(6));
    CHECK(a.outputs() == 1);
    CHECK(a.inputs() == 1);
    CHECK(canonical_form<exact>(up(6) * down(6)).outputs() == 6);
    const op both = up(2) * down(2) + up(2, 1) * down(2, 1);
    CHECK(canonical_form<exact>(both) == canonical_form<exact>(identity()));
    const op interleaved = up(4, 1) * down(4, 1) + up(4, 3) * down(4, 3);
    CHECK(canonical_form<exact>(interleaved).outputs() == 2);
    CHECK(canonical_form<exact>(interleaved) == canonical_form<exact>(up(2, 1) * down(2, 1)));
}

TEST_CASE("canonical: zero keeps its rate") {
    const form zero = canonical_form<exact>(down(6) * up(4) - down(3) * up(2));
    CHECK(zero.is_zero());
    CHECK(zero.outputs() == 2);
    CHECK(zero.inputs() == 3);
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

TEST_CASE("canonical: unknown taps multiply as polynomials") {
    const auto a = canonical_form<polynomial>(conv(unknown("q", 2)) * conv(unknown("h", 2)));
    const auto q = [](index_t i) { return polynomial(unknown_tap{"q", i, false}); };
    const auto h = [](index_t i) { return polynomial(unknown_tap{"h", i, false}); };
    REQUIRE(a.taps().size() == 3);
    CHECK(a.taps()[2].value == q(0) * h(0));
    CHECK(a.taps()[1].value == q(0) * h(1) + q(1) * h(0));
    CHECK(a.taps()[0].value == q(1) * h(1));
}

TEST_CASE("canonical: the scalar is the one that the word needs") {
    CHECK(std::holds_alternative<form>(canonical_form(down(2))));
    CHECK(std::holds_alternative<canonical<polynomial>>(
        canonical_form(down(2) * conv(unknown("q", 2)))));
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

TEST_CASE("canonical: kernels dilated by a million or a billion stay sparse") {
    for (const index_t k : {1'000'000, 1'000'000'000}) {
        const sequence q = up(k)(taps{1, 2, 1});
        CHECK(q.count() == 3);
        CHECK(q.length() == 2 * k + 1);
        const form a = frugally([&] { return canonical_form<exact>(conv(q)); });
        CHECK(a.outputs() == 1);
        CHECK(taps_of(a) == entries{{0, -2 * k, 1}, {0, -k, 2}, {0, 0, 1}});
        CHECK(frugally([&] { return conv(q) * conv(q) == conv(up(k)(taps{1, 4, 6, 4, 1})); }));
        CHECK(frugally([&] { return down(k) * conv(q) == conv(taps{1, 2, 1}) * down(k); }));
    }
}

TEST_CASE("canonical: up by a billion costs what its one tap costs") {
    const form a = frugally([] { return canonical_form<exact>(up(1'000'000'000, 5)); });
    CHECK(a.outputs() == 1'000'000'000);
    CHECK(taps_of(a) == entries{{5, 0, 1}});
    CHECK(a.row(5).size() == 1);
    CHECK(a.row(999'999'999).empty());
    CHECK(frugally([] { return up(1'000'000'000).T() == down(1'000'000'000); }));
}

TEST_CASE("canonical: ↓p ↑p = id for a large prime p, quickly; ↑p ↓p is another operator") {
    constexpr index_t p = 1'000'000'007;
    CHECK(frugally([] { return down(p) * up(p) == identity(); }));
    CHECK(frugally([] { return up(p) * down(p) != identity(); }));
    CHECK(frugally([] { return canonical_form<exact>(up(p) * down(p)).taps().size() == 1; }));
    CHECK(frugally([] { return down(p, 3) * up(p) == exact(0) * identity(); }));
}

TEST_CASE("canonical: fusing two kernels of 1,000 doubles takes well under a second") {
    std::vector<double> a;
    std::vector<double> b;
    for (int i = 0; i < 1000; ++i) {
        a.push_back(1.0 / (3 + i));
        b.push_back(1.0 / (7 + 2 * i));
    }
    const sequence p{std::span<const double>(a)};
    const sequence q{std::span<const double>(b)};
    const form fused = frugally([&] { return canonical_form<exact>(conv(p) * conv(q)); });
    CHECK(fused.taps().size() == 1999);
    CHECK(fused.taps()[1998].value == exact(a[0]) * exact(b[0]));
    CHECK(fused.taps()[1997].value == exact(a[0]) * exact(b[1]) + exact(a[1]) * exact(b[0]));
}

TEST_CASE("canonical: long kernels multiply to the sums of their products") {
    // Signs, fractions, complex taps, gaps and numbers of many limbs.
    std::vector<exact> a;
    std::vector<exact> b;
    const mpz_class large = (mpz_class(1) << 200) + 1;
    for (int i = 0; i < 150; ++i) {
        a.emplace_back(ratio(mpz_class(i % 7 - 3), mpz_class(i % 4 + 1)), i % 5 == 0 ? -i : 0);
        b.emplace_back(i % 3 == 0 ? rational(-large) : rational(i % 2), i % 11 == 0 ? 1 : 0);
    }
    std::vector<exact> sums(299);
    for (std::size_t i = 0; i < 150; ++i) {
        for (std::size_t j = 0; j < 150; ++j) sums[i + j] += a[i] * b[j];
    }
    CHECK(canonical_form<exact>(conv(sequence(a).origin(20)) * conv(sequence(b))) ==
          canonical_form<exact>(conv(sequence(sums).origin(20))));
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
