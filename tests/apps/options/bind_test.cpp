#include "options/bind.hpp"

#include <doctest/doctest.h>

#include "noble/error.hpp"
#include "noble/matrix.hpp"

namespace noble::testing {
namespace {

using namespace app;

TEST_CASE("bind: one window and boundary for all axes, or one for each, and no more") {
    const expression plane = read_expression("kron(delay(1), delay(1))");
    const auto both = map_of(plane, {2}, {.window = "same", .boundary = "periodic"});
    const auto each =
        map_of(plane, {2, 2}, {.window = "same,same", .boundary = "periodic,periodic"});
    CHECK(to_text(both) == to_text(each));
    const expression line = read_expression("id");
    CHECK_THROWS_WITH_AS(map_of(line, {2, 3}, {.window = "full"}),
                         "-n: 2 values for a word on 1 axis", argument_error);
    CHECK_THROWS_WITH_AS(map_of(line, {2}, {.window = "full,same"}), doctest::Contains("--window"),
                         argument_error);
    CHECK_THROWS_WITH_AS(map_of(plane, {2}, {.window = "full", .boundary = "zero,zero,zero"}),
                         doctest::Contains("3 values for a word on 2 axes"), argument_error);
}

TEST_CASE("bind: unknown taps are named, wherever they are") {
    CHECK_NOTHROW(require_known_taps(read_expression("kron(conv([1 2]), down(2))")));
    CHECK_THROWS_WITH_AS(
        require_known_taps(read_expression("conv(q:3) * down(2) + down(2) * conv(h:2@1)")),
        doctest::Contains("h:2@1, q:3"), argument_error);
    CHECK_THROWS_AS(require_known_taps(read_expression("row(id, conv(q:3))")), argument_error);
}

}  // namespace
}  // namespace noble::testing
