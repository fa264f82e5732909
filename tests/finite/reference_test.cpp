#include "finite/reference.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include <complex>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "noble/error.hpp"
#include "noble/op.hpp"
#include "support/memory.hpp"
#include "support/messages.hpp"

namespace noble::testing {
namespace {

using complex = std::complex<double>;

// A x, where y was full of NaN before.
template <class T>
std::vector<T> applied(const linear_map& a, const std::vector<T>& x) {
    REQUIRE(a.cols() == static_cast<index_t>(x.size()));
    std::vector<T> y(static_cast<std::size_t>(a.rows()),
                     T(std::numeric_limits<double>::quiet_NaN()));
    reference<T>{a}(x.data(), y.data());
    return y;
}

using reals = std::vector<double>;

// (x0, 2 x0 + x1) and (x0 + 3 x1, x1): they do not commute.
const linear_map a = conv(taps{1, 2}).on(2, window::same);
const linear_map b = conv(taps{3, 1}.origin(1)).on(2, window::same);
const linear_map sum3 = conv(taps{1, 1, 1}).on(3, window(2, 1));  // x0 + x1 + x2

TEST_CASE("reference: products are taken from the right, sums and multiples entry by entry") {
    CHECK(applied<double>(a, {5, 7}) == reals{5, 17});
    CHECK(applied<double>(b, {5, 7}) == reals{26, 7});
    CHECK(applied<double>(a * b, {5, 7}) == reals{26, 59});
    CHECK(applied<double>(b * a, {5, 7}) == reals{56, 17});
    CHECK(applied<double>(b * a * b, {5, 7}) == reals{203, 59});
    CHECK(applied<double>(a + b, {5, 7}) == reals{31, 24});
    CHECK(applied<double>(a - b, {5, 7}) == reals{-21, 10});
    CHECK(applied<double>(exact(0.5) * a, {5, 7}) == reals{2.5, 8.5});
    CHECK(applied<float>(b * a, {5, 7}) == std::vector<float>{56, 17});
}

TEST_CASE("reference: blocks add along rows of the grid, and diagonals keep parts to themselves") {
    CHECK(applied<double>(hstack({a, b}), {5, 7, 1, 2}) == reals{5 + 7, 17 + 2});
    CHECK(applied<double>(vstack({a, sum3 * pad(2, 0, 1)}), {5, 7}) == reals{5, 17, 12});
    const linear_map zero = scale(0).on(3, window(0, 2));
    const linear_map two = pad(2, 0, -1);  // x0
    CHECK(applied<double>(block({{a, zero}, {two, sum3}}), {5, 7, 1, 2, 3}) == reals{5, 17, 5 + 6});
    CHECK(applied<double>(block_diag({a, sum3, b}), {5, 7, 1, 2, 3, 5, 7}) ==
          reals{5, 17, 6, 26, 7});
}

// y[i, j] = Σ A[i, k] B[j, l] x[k, l]
TEST_CASE("reference: the first factor of kron runs down columns, the last along rows") {
    const reals x{1, 2, 3, 4, 5, 6};  // two rows of three
    CHECK(applied<double>(kron(a, sum3), x) == reals{6, 2 * 6 + 15});
    CHECK(applied<double>(kron(sum3, a), x) == reals{9, 2 * 9 + 12});  // three rows of two
    const linear_map three = kron(kron(a, pad(1, 0, 1)), up(2).on(1, window(0, 2)));
    CHECK(applied<double>(three, {5, 7}) == reals{5, 0, 0, 0, 17, 0, 0, 0});
}

TEST_CASE("reference: complex taps are met on complex data, and refused on real") {
    const linear_map i = conv(sequence{exact(0, 1), exact(2)}).on(2, window::same);
    const std::vector<complex> x{{1, 1}, {3, 0}};
    CHECK(applied(i, x) == std::vector<complex>{{-1, 1}, {2, 5}});
    CHECK(applied(conj(i), x) == std::vector<complex>{{1, -1}, {2, -1}});
    CHECK(applied(exact(0, 1) * a, x) == std::vector<complex>{{-1, 1}, {-2, 5}});
    CHECK(message_of<argument_error>([&] { reference<double>{i * a}; }) ==
          "complex taps need complex data (complex64 or complex128): " + to_string(i * a));
    CHECK_THROWS_AS(reference<complex>(conv(unknown("q", 2)).on(2)), argument_error);
}

TEST_CASE("reference: a custom map gets zeros to write on, and is conjugated about its function") {
    const auto times_i = [](std::span<const complex> x, std::span<complex> y) {
        for (std::size_t k = 0; k < x.size(); ++k) y[k] += complex(0, 1) * x[k];
    };
    const linear_map i = custom(2, 2, times_i, times_i);
    const std::vector<complex> x{{1, 1}, {3, 0}};
    CHECK(applied(i, x) == std::vector<complex>{{-1, 1}, {0, 3}});
    CHECK(applied(conj(i), x) == std::vector<complex>{{1, -1}, {0, -3}});
    const std::vector<std::complex<float>> narrow(2);
    CHECK(contains(message_of<argument_error>([&] { applied(i, narrow); }),
                   "this custom map does not take the element type it was given: custom(2 x 2)"));
}

TEST_CASE("reference: a signal between two factors that is too large is refused") {
    const linear_map wide = pad(1, 0, 1 << 20);
    const auto refusal = within_a_megabyte(
        [&] { return message_of<limit_error>([&] { applied<double>(wide.T() * wide, {1}); }); });
    CHECK(contains(refusal, "an intermediate signal: 1048577 items of 8 bytes"));
    CHECK(applied<double>(wide.T() * wide, {3}) == reals{3});
}

}  // namespace
}  // namespace noble::testing
