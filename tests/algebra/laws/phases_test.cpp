#include "algebra/laws/phases.hpp"

#include <doctest/doctest.h>

#include "noble/op.hpp"

namespace noble {
namespace {

TEST_CASE("phases: the terms that are not zero add up to the filter beside its sampler") {
    const sequence q = (taps{1, 0, 3, 0, 0, 2, 4}).origin(2);
    for (index_t k = 1; k <= 8; ++k) {
        for (index_t p = -3; p <= 9; ++p) {
            CHECK(sum_of(law_tables::phases_of_interpolator({q}, {k, p})) == conv(q) * up(k, p));
            CHECK(sum_of(law_tables::phases_of_decimator({k, p}, {q})) == down(k, p) * conv(q));
        }
    }
    CHECK(law_tables::phases_of_decimator({3, 0}, {up(3)(taps{1, 2})}).size() == 1);
    CHECK(law_tables::phases_of_decimator({65, 0}, {q}).empty());
}

}  // namespace
}  // namespace noble
