#include "check/error_bound.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include <limits>
#include <vector>

#include "noble/error.hpp"
#include "noble/exact.hpp"

using namespace noble;
using engine::bounded_output;

namespace {

using values = std::vector<double>;

constexpr double epsilon = std::numeric_limits<double>::epsilon();

// Each output is one product: c = 1 + 3.
const auto copy = identity().on(2);
const auto twice = (2 * identity()).on(2);
const auto last = down(2, 1).on(2);

bounded_output bound(const linear_map& a, const values& x) {
    return engine::error_bound<double>(a, x, {.method = method::rows});
}

bool is_bound(const linear_map& a, const values& x, const values& size, const values& units) {
    const auto y = bound(a, x);
    if (y.size != size || y.error.size() != units.size()) return false;
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (y.error[i] / epsilon != doctest::Approx(units[i])) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("error bound: of factors the errors pass through the next, and its own are added") {
    CHECK(is_bound(twice, {1, 3}, {2, 6}, {4 * 2, 4 * 6}));
    // 2·(4·2ε) + 4·4ε
    CHECK(is_bound(twice * twice, {1, 3}, {4, 12}, {8 * 4, 8 * 12}));
    CHECK(is_bound(last * twice, {1, 3}, {6}, {8 * 6}));
}

TEST_CASE("error bound: a sum adds a rounding with each term, a scale two") {
    // After each term ε·Σ so far: 1·1 + 1·3.
    CHECK(is_bound(copy + twice, {1, 1}, {3, 3}, {4 + 1 + 8 + 3, 4 + 1 + 8 + 3}));
    // The second term is scaled by −1.
    CHECK(is_bound(copy - copy, {1, 0}, {2, 0}, {4 + 1 + (4 + 2) + 2, 0}));
    CHECK(is_bound(exact(rational(1) / 2) * twice, {1, 2}, {1, 2}, {4 + 2, 2 * (4 + 2)}));
}

TEST_CASE("error bound: blocks take their own part of the input, rows of blocks are sums") {
    CHECK(is_bound(block_diag({last, twice}), {1, 2, 3, 4}, {2, 6, 8}, {8, 24, 32}));
    CHECK(is_bound(vstack({last, copy}), {1, 2}, {2, 1, 2}, {8 + 2, 4 + 1, 8 + 2}));
    CHECK(
        is_bound(hstack({copy, twice}), {1, 2, 3, 4}, {7, 10}, {4 + 1 + 24 + 7, 8 + 2 + 32 + 10}));
}

TEST_CASE("error bound: Kronecker factors run along one axis after another") {
    // Of {{1, 2}, {3, 4}}: the last of each row, doubled down the columns.
    CHECK(is_bound(kron(twice, last), {1, 2, 3, 4}, {4, 8}, {8 * 4, 8 * 8}));
    CHECK(is_bound(kron(last, copy), {1, 2, 3, 4}, {3, 4}, {8 * 3, 8 * 4}));
}

TEST_CASE("error bound: a custom map has none") {
    const auto nothing = [](auto /*x*/, auto /*y*/) {};
    CHECK_THROWS_WITH_AS(bound(copy * custom(2, 2, nothing, nothing), {1, 1}),
                         doctest::Contains("a custom map has no error bound"), argument_error);
}
