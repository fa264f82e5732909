#include <doctest/doctest.h>

#include "noble/sequence.hpp"
#include "support/property.hpp"
#include "support/random_word.hpp"

namespace noble {
namespace {

exact tap_at(const sequence& q, index_t t) { return q[t].number(); }

sequence random_sequence(std::uint64_t seed) {
    const auto data = testing::gaussian_data(seed, static_cast<index_t>(seed % 7), false);
    std::vector<exact> values;
    for (const auto& value : data) values.push_back(testing::to_exact(value));
    return sequence(values).shifted(static_cast<index_t>(seed / 7 % 11) - 5);
}

TEST_CASE("convolve: a sum is tap by tap, on the hull of both spans") {
    const sequence sum = taps{1, 2, 3} + (taps{10, 20}).shifted(2);
    CHECK(sum == taps{1, 2, 13, 20});
    CHECK((taps{1} + (taps{1}).shifted(5)).length() == 6);
    const sequence cancelled = taps{1, 2, 3} + taps{0, 0, -3};
    CHECK(cancelled == taps{1, 2, 0});
}

TEST_CASE("convolve: convolution is Σₛ a[s]·b[t−s] on the sum of both spans") {
    CHECK(convolve(taps{1, 2}, taps{1, 1, 1}) == taps{1, 3, 3, 2});
    const sequence a = (taps{1, 0}).shifted(-7);
    const sequence b = (taps{0, 2, 0}).shifted(3);
    CHECK(convolve(a, b).first() == -4);
    CHECK(convolve(a, b).last() == -1);
    CHECK(tap_at(convolve(a, b), -3) == 2);
}

TEST_CASE("convolve: convolution agrees with its formula, commutes and associates") {
    CHECK(testing::holds("convolve", 500, [](std::uint64_t s, std::uint64_t t) {
        const sequence a = random_sequence(s);
        const sequence b = random_sequence(t);
        const sequence c = random_sequence(s + t);
        const sequence ab = convolve(a, b);
        for (index_t n = ab.first() - 1; n <= ab.last() + 1; ++n) {
            exact sum;
            for (index_t i = a.first(); i <= a.last(); ++i) sum += tap_at(a, i) * tap_at(b, n - i);
            RC_ASSERT(tap_at(ab, n) == sum);
        }
        RC_ASSERT(ab == convolve(b, a));
        RC_ASSERT(convolve(ab, c) == convolve(a, convolve(b, c)));
        RC_ASSERT(convolve(a, b + c) == convolve(a, b) + convolve(a, c) ||
                  convolve(a, b + c).taps<exact>() ==
                      (convolve(a, b) + convolve(a, c)).taps<exact>());
    }));
}

}  // namespace
}  // namespace noble
