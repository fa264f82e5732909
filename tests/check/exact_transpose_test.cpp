#include "check/exact_transpose.hpp"

#include <doctest/doctest.h>

using namespace noble;

TEST_CASE("exact transpose: of words with every boundary, transposed or not, and of composites") {
    for (const auto b : boundaries) {
        const auto a = (down(2) * conv(taps{1, 2, 3, 4})).on(7, window::full, b);
        CHECK(has_exact_transpose(a));
        CHECK(has_exact_transpose(a.T()));
        CHECK(has_exact_transpose(kron(a, a.T()) + kron(a, a.T())));
    }
}
