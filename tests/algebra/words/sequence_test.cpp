#include "noble/sequence.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "noble/error.hpp"
#include "noble/op.hpp"

using namespace noble;

namespace {

exact number_at(const sequence& q, index_t t) { return q[t].number(); }

}  // namespace

TEST_CASE("sequence: taps start at index 0") {
    const sequence q = taps{1, 2, 3};
    CHECK(q.first() == 0);
    CHECK(q.last() == 2);
    CHECK(q.length() == 3);
    CHECK(number_at(q, 0) == 1);
    CHECK(number_at(q, 2) == 3);
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
    CHECK(number_at(q.origin(1), -1) == 1);
    CHECK(number_at(q.origin(1), 1) == 3);
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
    CHECK(number_at(sequence(std::span<const double>(values)), 0) == exact(0.1));
    CHECK(number_at(sequence(std::span<const double>(values)), 0) != exact(ratio(1, 10)));
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
