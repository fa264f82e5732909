#include "apply/acting.hpp"

#include <doctest/doctest.h>

#include "noble/error.hpp"
#include "support/messages.hpp"

namespace noble::testing {
namespace {

using files::sample_counts;

const expression line_word = down(2);
const expression kron_word = kron(down(2), up(3));
const expression two_in_three_out = bank(3, 2, {down(2), down(2), down(2), down(2), up(2), up(2)});

TEST_CASE("acting: words along one axis, kron words along the one before it too") {
    CHECK(sample_counts(line_word, {5, 4, 3}, {-1}) == extents{3});
    CHECK(sample_counts(line_word, {5, 4, 3}, {0}) == extents{5});
    CHECK(sample_counts(kron_word, {5, 4, 3}, {-1}) == extents{4, 3});
    CHECK(sample_counts(kron_word, {5, 4, 3}, {1}) == extents{5, 4});
    CHECK(contains(message_of<shape_error>([] { sample_counts(kron_word, {5}, {0}); }),
                   "the one before it; the input has the shape (5)"));
    CHECK_THROWS_AS(sample_counts(line_word, {}, {0}), shape_error);
}

TEST_CASE("acting: a bank's channels are the other axis, which come in or, transposed, go out") {
    CHECK(sample_counts(two_in_three_out, {9, 2}, {0}) == extents{9});
    CHECK(sample_counts(two_in_three_out, {2, 9}, {-1}) == extents{9});
    CHECK(sample_counts(two_in_three_out, {9, 3}, {0, true}) == extents{9});
    CHECK(contains(message_of<shape_error>([] {
                       sample_counts(two_in_three_out, {9, 3}, {0});
                   }),
                   "takes 2 channels, and the input has 3"));
    CHECK(contains(message_of<shape_error>([] {
                       sample_counts(two_in_three_out, {9}, {0, true});
                   }),
                   "transposed, takes 3 channels, and the input has 1"));
    CHECK(contains(message_of<shape_error>([] {
                       sample_counts(two_in_three_out, {9, 2, 1}, {0});
                   }),
                   "not on an array of shape (9, 2, 1)"));
}

}  // namespace
}  // namespace noble::testing
