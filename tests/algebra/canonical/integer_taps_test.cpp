#include "algebra/canonical/integer_taps.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

namespace noble {
namespace {

TEST_CASE("integer_taps: numerators over the least common denominator") {
    const std::vector<periodic_tap<exact>> kernel{
        {0, 0, exact(ratio(1, 6))}, {0, 1, exact(ratio(3, 4), ratio(1, 2))}, {0, 2, exact(-2)}};
    const integer_taps over(kernel);
    CHECK(over.denominator == 12);
    CHECK(over.values[0] == gaussian_integer{2, 0});
    CHECK(over.values[1] == gaussian_integer{9, 6});
    CHECK(over.values[2] == gaussian_integer{-24, 0});
    for (std::size_t i = 0; i < kernel.size(); ++i) {
        CHECK(unscaled(over.values[i], over.denominator) == kernel[i].value);
    }
}

}  // namespace
}  // namespace noble
