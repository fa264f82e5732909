#include "noble/sequence.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "noble/error.hpp"
#include "noble/op.hpp"
#include "support/property.hpp"
#include "support/random_word.hpp"

using namespace noble;

namespace {

exact at(const sequence& q, index_t t) { return q[t].number(); }

sequence random_sequence(std::uint64_t seed) {
    const auto data = noble::testing::gaussian_data(seed, static_cast<index_t>(seed % 7), false);
    std::vector<exact> values;
    for (const auto& value : data) values.push_back(noble::testing::to_exact(value));
    return sequence(values).shifted(static_cast<index_t>(seed / 7 % 11) - 5);
}

}  // namespace

TEST_CASE("sequence: taps start at index 0") {
    const sequence q = taps{1, 2, 3};
    CHECK(q.first() == 0);
    CHECK(q.last() == 2);
    CHECK(q.length() == 3);
    CHECK(at(q, 0) == 1);
    CHECK(at(q, 2) == 3);
}

TEST_CASE("sequence: every index beyond the taps reads as zero") {
    const sequence q = taps{1, 2, 3};
    CHECK(q[-1].is_zero());
    CHECK(q[3].is_zero());
    CHECK(q[std::numeric_limits<index_t>::max()].is_zero());
    CHECK(q[std::numeric_limits<index_t>::min()].is_zero());
}

TEST_CASE("sequence: origin i puts tap i at index 0, any integer i") {
    const sequence q = taps{1, 2, 3};
    CHECK(at(q.origin(1), -1) == 1);
    CHECK(at(q.origin(1), 1) == 3);
    CHECK(q.origin(-4).first() == 4);
    CHECK(q.origin(7).last() == -5);
    CHECK(q.origin(2).origin(1) == q.origin(1));
    CHECK(q.shifted(5).origin(0) == q);
}

TEST_CASE("sequence: centred is origin ⌊(T−1)/2⌋, for even and odd T") {
    CHECK((taps{1, 2, 3}).centred() == (taps{1, 2, 3}).origin(1));
    CHECK((taps{1, 2, 3, 4}).centred() == (taps{1, 2, 3, 4}).origin(1));
    CHECK((taps{1, 2}).centred() == (taps{1, 2}));
    CHECK((taps{1}).centred() == (taps{1}));
    CHECK((taps{1, 2, 3}).shifted(100).centred().first() == -1);
}

TEST_CASE("sequence: the reversed q has q'[t] = q[−t]") {
    const sequence q = (taps{1, 2, 3, 4}).origin(1);
    const sequence r = q.reversed();
    CHECK(r.first() == -2);
    CHECK(r.last() == 1);
    for (index_t t = -5; t <= 5; ++t) CHECK(r[t] == q[-t]);
    CHECK(r.reversed() == q);
}

TEST_CASE("sequence: shifting by d makes q'[t] = q[t−d]") {
    const sequence q = taps{1, 2, 3};
    for (index_t t = -5; t <= 9; ++t) CHECK(q.shifted(4)[t] == q[t - 4]);
    CHECK(q.shifted(4).first() == 4);
    CHECK(q.shifted(4).shifted(-4) == q);
}

TEST_CASE("sequence: conj conjugates every tap") {
    const sequence q{exact(1, 2), exact(3), exact(0, -1)};
    CHECK(conj(q) == sequence{exact(1, -2), exact(3), exact(0, 1)});
    CHECK(conj(conj(q)) == q);
}

TEST_CASE("sequence: no taps are one zero tap at 0") {
    CHECK(sequence() == sequence{exact(0)});
    CHECK(sequence(std::vector<exact>{}) == sequence{exact(0)});
    CHECK(sequence(3, 1, tap_list<exact>{}) == sequence());
    CHECK(sequence().length() == 1);
    CHECK(sequence().count() == 0);
    CHECK(sequence().first() == 0);
}

TEST_CASE("sequence: explicit zeros count in the span and not in the taps") {
    const sequence q{0, 0, 5, 0};
    CHECK(q.length() == 4);
    CHECK(q.count() == 1);
    CHECK(q.taps<exact>() == tap_list<exact>{{2, 5}});
    CHECK(q != sequence(2, 2, tap_list<exact>{{2, 5}}));
    CHECK(conv(q) == conv(sequence(2, 2, tap_list<exact>{{2, 5}})));
}

TEST_CASE("sequence: taps outside the span, out of order or repeated are refused") {
    CHECK_THROWS_AS(sequence(0, 2, tap_list<exact>{{3, 1}}), argument_error);
    CHECK_THROWS_AS(sequence(0, 2, tap_list<exact>{{-1, 1}}), argument_error);
    CHECK_THROWS_AS(sequence(0, 2, tap_list<exact>{{1, 1}, {0, 1}}), argument_error);
    CHECK_THROWS_AS(sequence(0, 2, tap_list<exact>{{1, 1}, {1, 1}}), argument_error);
    CHECK(sequence(0, 2, tap_list<exact>{{0, 1}, {1, 0}, {2, 3}}).count() == 2);
}

TEST_CASE("sequence: NaN taps are refused") {
    const std::vector<double> bad{1, std::nan("")};
    CHECK_THROWS_AS(sequence{std::span<const double>(bad)}, argument_error);
}

TEST_CASE("sequence: doubles are taken as they are") {
    const std::vector<double> values{0.1, 0.2};
    CHECK(at(sequence(std::span<const double>(values)), 0) == exact(0.1));
    CHECK(at(sequence(std::span<const double>(values)), 0) != exact(ratio(1, 10)));
}

TEST_CASE("sequence: a sum is tap by tap, on the hull of both spans") {
    const sequence sum = taps{1, 2, 3} + (taps{10, 20}).shifted(2);
    CHECK(sum == taps{1, 2, 13, 20});
    CHECK((taps{1} + (taps{1}).shifted(5)).length() == 6);
    const sequence cancelled = taps{1, 2, 3} + taps{0, 0, -3};
    CHECK(cancelled == taps{1, 2, 0});
}

TEST_CASE("sequence: convolution is Σₛ a[s]·b[t−s] on the sum of both spans") {
    CHECK(convolve(taps{1, 2}, taps{1, 1, 1}) == taps{1, 3, 3, 2});
    const sequence a = (taps{1, 0}).shifted(-7);
    const sequence b = (taps{0, 2, 0}).shifted(3);
    CHECK(convolve(a, b).first() == -4);
    CHECK(convolve(a, b).last() == -1);
    CHECK(at(convolve(a, b), -3) == 2);
}

TEST_CASE("sequence: convolution agrees with its formula, commutes and associates") {
    CHECK(noble::testing::holds("convolve", 500, [](std::uint64_t s, std::uint64_t t) {
        const sequence a = random_sequence(s);
        const sequence b = random_sequence(t);
        const sequence c = random_sequence(s + t);
        const sequence ab = convolve(a, b);
        for (index_t n = ab.first() - 1; n <= ab.last() + 1; ++n) {
            exact sum;
            for (index_t i = a.first(); i <= a.last(); ++i) sum += at(a, i) * at(b, n - i);
            RC_ASSERT(at(ab, n) == sum);
        }
        RC_ASSERT(ab == convolve(b, a));
        RC_ASSERT(convolve(ab, c) == convolve(a, convolve(b, c)));
        RC_ASSERT(convolve(a, b + c) == convolve(a, b) + convolve(a, c) ||
                  convolve(a, b + c).taps<exact>() ==
                      (convolve(a, b) + convolve(a, c)).taps<exact>());
    }));
}

TEST_CASE("sequence: a multiple keeps the span, also of zero") {
    CHECK(exact(3) * taps{1, 2} == taps{3, 6});
    CHECK(exact(0) * taps{1, 2} == taps{0, 0});
    CHECK(exact(0, 1) * taps{1, 2} == sequence{exact(0, 1), exact(0, 2)});
}

TEST_CASE("sequence: unknown taps count from index 0 and are no numbers") {
    const sequence q = unknown("q", 3);
    CHECK(q.length() == 3);
    CHECK(q[1] == polynomial(unknown_tap{"q", 1, false}));
    CHECK_FALSE(q.is_numeric());
    CHECK((taps{1, 2}).is_numeric());
    CHECK_THROWS_WITH_AS((void)q.taps<exact>(), doctest::Contains("q"), argument_error);
    CHECK((taps{1, 2}).taps<polynomial>().size() == 2);
}

TEST_CASE("sequence: unknown kernels have a name of letters, then digits, and a tap or more") {
    CHECK_THROWS_AS(unknown("q", 0), argument_error);
    CHECK_THROWS_AS(unknown("q", -1), argument_error);
    CHECK_THROWS_AS(unknown("", 3), argument_error);
    CHECK_THROWS_AS(unknown("3q", 3), argument_error);
    CHECK_THROWS_AS(unknown("q r", 3), argument_error);
    CHECK(unknown("h1", 2)[1] == polynomial(unknown_tap{"h1", 1, false}));
}

TEST_CASE("sequence: unknown taps that cancel leave numbers") {
    const sequence q = unknown("q", 2);
    const sequence zero = q + exact(-1) * q;
    CHECK(zero.count() == 0);
    CHECK(zero.length() == 2);
    CHECK(conv(zero) == conv(taps{0}));
}

TEST_CASE("sequence: spans beyond 64 bits are refused, not wrapped") {
    constexpr index_t far = std::numeric_limits<index_t>::max();
    const sequence q = (taps{1, 1}).shifted(far - 2);
    CHECK(q.last() == far - 1);
    CHECK_THROWS_AS((void)q.shifted(2), limit_error);
    CHECK_THROWS_AS((void)convolve(q, q), limit_error);
    CHECK_THROWS_AS((void)(taps{1, 1}).origin(std::numeric_limits<index_t>::min()), limit_error);
}

TEST_CASE("sequence: equal sequences have equal hashes, and values are shared, not changed") {
    const sequence q = (taps{1, 2, 3}).origin(1);
    CHECK(hash_value(q) == hash_value(sequence(-1, 1, tap_list<exact>{{-1, 1}, {0, 2}, {1, 3}})));
    const sequence copy = q;
    (void)q.reversed();
    CHECK(copy == q);
}

TEST_CASE("sequence: a word applied to a sequence is a sequence") {
    CHECK(up(3)(taps{1, 2, 3}) == taps{1, 0, 0, 2, 0, 0, 3});
    CHECK(up(2, 1)(taps{1, 2}) == (taps{1, 0, 2}).shifted(1));
    CHECK(up(3)(taps{1, 0}).last() == 3);
    CHECK(down(2)(taps{1, 2, 3, 4}) == taps{1, 3});
    CHECK(conv(taps{1, 1})(taps{1, 2}) == taps{1, 3, 2});
    CHECK(delay(-3)(taps{1}).first() == -3);
}

TEST_CASE("sequence: the dilated kernel spans kf+p … kl+p") {
    for (const index_t k : {1, 2, 3, 5}) {
        for (const index_t p : {-7, -1, 0, 1, 4, 6}) {
            const sequence q = (taps{0, 1, 2, 0}).origin(2);
            const sequence dilated = up(k, p)(q);
            CHECK(dilated.first() == k * q.first() + p);
            CHECK(dilated.last() == k * q.last() + p);
        }
    }
}
