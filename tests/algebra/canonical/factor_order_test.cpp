#include "algebra/canonical/factor_order.hpp"

#include <doctest/doctest.h>

#include "noble/op.hpp"

namespace noble {
namespace {

TEST_CASE("factor_order: numbers come first within each run of convolutions") {
    const op q = conv(unknown("q", 2));
    const op a = conv(taps{1, 2});
    const op b = conv(taps{1, 3});
    const auto order = numbers_first({q, a, b, down(2), q, b});
    REQUIRE(order.size() == 5);
    CHECK(same_word(order[0], a * b));
    CHECK(same_word(order[1], q));
    CHECK(same_word(order[2], down(2)));
    CHECK(same_word(order[3], b));
    CHECK(product_of(order) == q * a * b * down(2) * q * b);
}

TEST_CASE("factor_order: a power is multiplied pair by pair") {
    struct depth {
        int levels = 0;
        [[nodiscard]] static index_t inputs() { return 1; }
        [[nodiscard]] static index_t outputs() { return 1; }
    };
    const std::vector<op> factors(1000, conv(taps{1, 1}));
    const auto form = form_of_factors<depth>(
        factors, [](const op&) { return depth{}; },
        [](const depth& a, const depth& b) { return depth{std::max(a.levels, b.levels) + 1}; });
    CHECK(form.levels == 10);
}

}  // namespace
}  // namespace noble
