#include "algebra/canonical/ring.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

namespace noble {
namespace {

TEST_CASE("ring: sums of products of exact taps, over their common denominators") {
    using entry = periodic_tap<exact>;
    const std::vector<entry> a{{0, 0, exact(ratio(1, 3))}, {0, 1, exact(0, 2)}};
    const std::vector<entry> b{{0, 0, exact(ratio(5, 4))}, {0, 1, exact(ratio(1, 2), 1)}};
    const ring<exact> numbers(a, b);
    gaussian_integer sum;
    numbers.add_product(sum, 0, 0);
    numbers.add_product(sum, 1, 1);
    CHECK(numbers.value(std::move(sum)) == a[0].value * b[0].value + a[1].value * b[1].value);
}

}  // namespace
}  // namespace noble
