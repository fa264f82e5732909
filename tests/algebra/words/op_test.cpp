#include "noble/op.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include <limits>
#include <numeric>
#include <unordered_set>

#include "noble/canonical.hpp"
#include "noble/error.hpp"
#include "noble/linear_map.hpp"
#include "noble/matrix.hpp"

using namespace noble;

namespace {

constexpr index_t far = std::numeric_limits<index_t>::max();
const sequence three = (taps{1, 2, 3}).origin(1);

}  // namespace

TEST_CASE("op: the letters do what they say") {
    const sequence x = (taps{1, 2, 3, 4, 5, 6, 7}).origin(3);  // x[n] = n + 4 on −3 … 3
    for (index_t n = -12; n <= 12; ++n) {
        CHECK(identity()(x)[n] == x[n]);
        CHECK(delay(2)(x)[n] == x[n - 2]);
        CHECK(scale(5)(x)[n] == polynomial(exact(5)) * x[n]);
        CHECK(down(3, -1)(x)[n] == x[3 * n - 1]);
        CHECK(up(3, -4)(x)[3 * n - 4] == x[n]);
        CHECK(conv(three)(x)[n] ==
              x[n + 1] + polynomial(exact(2)) * x[n] + polynomial(exact(3)) * x[n - 1]);
        CHECK(corr(three)(x)[n] ==
              x[n - 1] + polynomial(exact(2)) * x[n] + polynomial(exact(3)) * x[n + 1]);
    }
    CHECK(up(3, -4)(x)[0].is_zero());
    CHECK(up(3, -4)(x)[1].is_zero());
}

TEST_CASE("op: k must be 1 or more") {
    CHECK_THROWS_WITH_AS(down(0), doctest::Contains("0"), argument_error);
    CHECK_THROWS_AS(up(0), argument_error);
    CHECK_THROWS_WITH_AS(down(-2), doctest::Contains("-2"), argument_error);
    CHECK_THROWS_AS(up(std::numeric_limits<index_t>::min()), argument_error);
    CHECK(down(1) == identity());
    CHECK(up(1, 3) == delay(3));
    CHECK(down(1, 3) == delay(-3));
}

TEST_CASE("op: a sum of two rates is refused, naming both sides and both rates") {
    for (const auto& compose :
         {+[] { return down(2) + identity(); }, +[] { return down(2) - identity(); }}) {
        CHECK_THROWS_AS(compose(), rate_error);
        CHECK_THROWS_WITH(compose(), doctest::Contains("down(2)"));
        CHECK_THROWS_WITH(compose(), doctest::Contains("id"));
        CHECK_THROWS_WITH(compose(), doctest::Contains("1/2"));
        CHECK_THROWS_WITH(compose(), doctest::Contains("1"));
    }
    CHECK_THROWS_AS(sum_of({up(2), up(2), up(3)}), rate_error);
    CHECK((up(2) * down(2) + identity()).rate() == rate{1, 1});
}

TEST_CASE("op: zero operators of different rates differ") {
    CHECK(scale(0) != scale(0) * down(2));
    CHECK(scale(0) * down(2) * up(2) == scale(0));
    CHECK(up(2) - up(2) == exact(0) * up(2));
    CHECK(down(2) * up(2, 1) == scale(0));
}

TEST_CASE("op: down: ↓a ↓b = ↓ab") {
    for (index_t a = 1; a <= 6; ++a) {
        for (index_t b = 1; b <= 6; ++b) {
            CHECK(down(a) * down(b) == down(a * b));
            CHECK(up(a) * up(b) == up(a * b));
            CHECK(down(a, 1) * down(b, -2) == down(a * b, b - 2));
        }
    }
}

TEST_CASE("op: the noble identities hold for every kernel of five taps") {
    const sequence q = unknown("q", 5);
    for (index_t k = 1; k <= 6; ++k) {
        CHECK(conv(q) * down(k) == down(k) * conv(up(k)(q)));
        CHECK(up(k) * conv(q) == conv(up(k)(q)) * up(k));
        CHECK((conv(q) * up(k)).T() == down(k) * conv(q).T());
        if (k > 1) CHECK(conv(q) * down(k) != down(k) * conv(q));
    }
}

TEST_CASE("op: ↑a and ↓b commute exactly when a and b are coprime") {
    for (index_t a = 1; a <= 12; ++a) {
        for (index_t b = 1; b <= 12; ++b) {
            CHECK((up(a) * down(b) == down(b) * up(a)) == (std::gcd(a, b) == 1));
        }
    }
}

TEST_CASE("op: unknown kernels of different names or conjugation differ") {
    const sequence q = unknown("q", 3);
    const sequence h = unknown("h", 3);
    CHECK(conv(q) != conv(h));
    CHECK(conv(q) * conv(h) == conv(h) * conv(q));
    CHECK(conv(q).H() != conv(q).T());
    CHECK(conj(conj(conv(q))) == conv(q));
}

TEST_CASE("op: powers") {
    CHECK(pow(delay(2), 5) == delay(10));
    CHECK(pow(conv(taps{1, 1}), 4) == conv(taps{1, 4, 6, 4, 1}));
    CHECK(pow(identity() - delay(1), 0) == identity());
    CHECK(pow(down(2), 1) == down(2));
    CHECK_THROWS_AS(pow(down(2), 0), rate_error);
    CHECK_THROWS_AS(pow(delay(1), -1), argument_error);
    CHECK(pow(down(2) * up(2), 0) == identity());
}

TEST_CASE("op: same_word is structural, == is of operators") {
    CHECK(same_word(down(2) * conv(three), down(2) * conv(three)));
    CHECK_FALSE(same_word(down(2) * down(3), down(6)));
    CHECK(down(2) * down(3) == down(6));
    CHECK_FALSE(same_word(conv(taps{1, 0}), conv(taps{1})));
    CHECK(conv(taps{1, 0}) == conv(taps{1}));
    CHECK_FALSE(same_word(delay(1) + identity(), identity() + delay(1)));
    CHECK(delay(1) + identity() == identity() + delay(1));
    CHECK_FALSE(same_word(scale(2), conv(taps{2})));
}

TEST_CASE("op: products and sums are flat") {
    const op a = delay(1);
    const op b = conv(three);
    const op c = scale(2);
    CHECK(same_word((a * b) * c, a * (b * c)));
    CHECK(same_word((a + b) + c, a + (b + c)));
    CHECK(same_word(product_of({a, b, c}), a * b * c));
    CHECK(same_word(sum_of({a, b, c}), a + b + c));
    CHECK(same_word(product_of({}), identity()));
    CHECK(same_word(product_of({a}), a));
    CHECK(same_word(sum_of({a}), a));
    CHECK_THROWS_AS(sum_of({}), argument_error);
    CHECK(std::holds_alternative<node::product>((a * b).root()));
    CHECK(std::holds_alternative<node::sum>((a + b).root()));
    CHECK(std::get<node::product>(((a * b) * (b * c)).root()).factors.size() == 4);
}

TEST_CASE("op: size counts letters and depth counts nesting") {
    CHECK(identity().size() == 1);
    CHECK((down(2) * conv(three)).size() == 2);
    CHECK((down(2) * (conv(three) + delay(1))).size() == 3);
    CHECK((down(2) * (conv(three) + delay(1))).depth() > (conv(three) + delay(1)).depth());
    CHECK((conv(three) + delay(1)).depth() > delay(1).depth());
}

TEST_CASE("op: a word that doubles itself 100 times is refused, not built") {
    const auto doubled = [] {
        op a = identity() + delay(1);
        for (int i = 0; i < 100; ++i) a = a * a;
        return a;
    };
    CHECK_THROWS_AS(doubled(), limit_error);
}

TEST_CASE("op: a word nested 100,000 deep is refused and does not crash") {
    const auto nested = [] {
        op a = delay(1);
        for (int i = 0; i < 100'000; ++i) a = (a + identity()) * delay(1);
        return a;
    };
    CHECK_THROWS_AS(nested(), limit_error);
}

TEST_CASE("op: overflow of 64 bits is an error, not a wrap") {
    constexpr index_t big = index_t{1} << 40;
    CHECK_THROWS_AS(void(up(big) * up(big)), limit_error);
    CHECK_THROWS_AS(void(down(big) * down(big)), limit_error);
    CHECK_THROWS_AS(void(pow(up(3), 50)), limit_error);
    CHECK_THROWS_AS(void(canonical_form<exact>(delay(far) * delay(far))), limit_error);
    CHECK_THROWS_AS(void(canonical_form<exact>((up(big) * delay(big)).T())), limit_error);
    CHECK_THROWS_AS(void(canonical_form<exact>(delay(far) * conv((taps{1}).shifted(far)))),
                    limit_error);
    CHECK_THROWS_AS(void(up(big)((taps{1}).shifted(big))), limit_error);
    CHECK_THROWS_AS(void(delay(far)(taps{1, 1})), limit_error);
    CHECK(delay(far) * delay(-far) == identity());
}

TEST_CASE("op: the least index has a transpose or a limit_error, not a wrap") {
    constexpr index_t least = std::numeric_limits<index_t>::min();
    CHECK_THROWS_AS(void(delay(least).T()), limit_error);
    CHECK_THROWS_AS(void(conv(sequence(least, least, tap_list<exact>{{least, 1}})).T()),
                    limit_error);
}

TEST_CASE("op: memory beyond the limit is refused before it is taken") {
    constexpr index_t p = 1'000'000'007;
    constexpr index_t q = 999'999'937;
    const op sum = up(p) * down(p) + up(q) * down(q);  // 2·10⁹ taps in the common period
    CHECK_THROWS_AS(void(sum == identity()), limit_error);
    CHECK_THROWS_AS(void(hash_value(sum)), limit_error);
    CHECK(sum.rate() == rate{1, 1});
}

TEST_CASE("op: words with unknown taps are not numeric") {
    CHECK_FALSE((down(2) * conv(unknown("q", 3))).is_numeric());
    CHECK((down(2) * conv(three)).is_numeric());
    CHECK_THROWS_WITH_AS(void(canonical_form<exact>(conv(unknown("q", 3)))), doctest::Contains("q"),
                         argument_error);
}

TEST_CASE("op: equal operators are one key of a hash table") {
    std::unordered_set<op> words;
    words.insert(down(2) * conv(up(2)(three)));
    CHECK(words.contains(conv(three) * down(2)));
    CHECK_FALSE(words.contains(conv(three) * down(2, 1)));
    CHECK(hash_value(scale(0) * down(2)) == hash_value(down(2) - down(2)));
    CHECK(hash_value(delay(1) * up(2)) != hash_value(up(2)));
}
