#include <doctest/doctest.h>

#include "noble/prove_map.hpp"

using namespace noble;

namespace {

using rows = std::vector<bool>;
const auto smoother =
    conv(taps{1, 2, 1}.centred()).on(4, window::same);  // first and last look outside

}  // namespace

TEST_CASE("rows at edges: those that read a sample from outside, explicit zero taps aside") {
    CHECK(*rows_at_edges(smoother) == rows{true, false, false, true});
    CHECK(*rows_at_edges(conv(taps{0, 1, 0}.centred()).on(3, window::same)) ==
          rows{false, false, false});
    CHECK(*rows_at_edges(conv(taps{1, 2}).on(3, window::valid)) == rows{false, false});
    CHECK(*rows_at_edges(up(2).on(2, window(-2, 4))) == rows{true, false, false, false});
}

TEST_CASE("rows at edges: of sums, stacks and Kronecker products") {
    const auto later = delay(1).on(4, window::same);
    CHECK(*rows_at_edges(smoother + later) == rows{true, false, false, true});
    CHECK(*rows_at_edges(2 * later) == rows{true, false, false, false});
    CHECK(*rows_at_edges(hstack({later, smoother})) == rows{true, false, false, true});
    CHECK(rows_at_edges(vstack({later, smoother}))->size() == 8);
    const auto two = delay(1).on(2, window::same);
    CHECK(*rows_at_edges(kron(two, two)) == rows{true, true, true, false});
}

TEST_CASE("rows at edges: products, transposes and custom maps do not tell") {
    CHECK_FALSE(rows_at_edges(smoother * smoother));
    CHECK_FALSE(rows_at_edges(smoother.T()));
    CHECK_FALSE(rows_at_edges(smoother + smoother * smoother));
}
