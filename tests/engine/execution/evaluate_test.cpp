#include "noble/evaluate.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "noble/error.hpp"
#include "noble/matrix.hpp"
#include "support/memory.hpp"
#include "support/oracle.hpp"

#if __has_include(<xtensor/xview.hpp>)
#include <xtensor/xview.hpp>
#else
#include <xtensor/views/xview.hpp>
#endif

using namespace noble;
using noble::testing::limited_memory;

namespace {

const op decimator = down(2) * conv((taps{1, 2, 3, 4, 5}).centred());
const sequence complex_taps{exact(1, 2), exact(-3, 1), exact(0, -2)};

/// x[i] = a number that differs from sample to sample.
template <class T>
xt::xtensor<T, 1> ramp(std::size_t n) {
    auto x = xt::xtensor<T, 1>::from_shape({n});
    for (std::size_t i = 0; i < n; ++i) x(i) = T(static_cast<float>(int(i * i % 17) - 8));
    return x;
}

template <class T>
xt::xtensor<T, 1> by_matrix(const linear_map& a, const xt::xtensor<T, 1>& x) {
    const auto full = matrix<T>(a);
    xt::xtensor<T, 1> y = xt::zeros<T>({full.shape(0)});
    for (std::size_t i = 0; i < full.shape(0); ++i) {
        for (std::size_t j = 0; j < full.shape(1); ++j) y(i) += full(i, j) * x(j);
    }
    return y;
}

template <class T>
void agrees_with_the_matrix(const op& word) {
    for (const std::size_t n : {1U, 2U, 3U, 4U, 5U, 7U, 31U}) {
        for (const boundary b : boundaries) {
            if (b == boundary::line) continue;  // divides; not exact in floating point
            const linear_map a = word.on(static_cast<index_t>(n), window::full, b);
            const xt::xtensor<T, 1> x = ramp<T>(n);
            CAPTURE(n);
            CAPTURE(b);
            CHECK(a(x) == by_matrix<T>(a, x));
            const xt::xtensor<T, 1> y = ramp<T>(static_cast<std::size_t>(a.rows()));
            CHECK(a.T()(y) == by_matrix<T>(a.T(), y));
            CHECK(a.H()(y) == by_matrix<T>(a.H(), y));
        }
    }
}

/// 1 where output i of the full window can read sample j, through some tap and some term of the
/// boundary, even where these cancel. For words of positive taps.
xt::xtensor<int, 2> reach_of(const op& word, index_t n, boundary b) {
    const interval kept = window::full.of(word, n);
    xt::xtensor<int, 2> reach = xt::zeros<int>({kept.count(), n});
    for (index_t i = 0; i < kept.count(); ++i) {
        for (const auto& [m, h] : word.T()((taps{1}).shifted(kept.begin + i)).taps<exact>()) {
            const auto e = noble::testing::extend_by_hand(b, n, m);
            for (const auto& [j, weight] : e.terms) reach(i, j) = 1;
        }
    }
    return reach;
}

}  // namespace

TEST_CASE("evaluate: all four element types, exactly on small integers") {
    agrees_with_the_matrix<float>(decimator * up(3));
    agrees_with_the_matrix<double>(decimator * up(3));
    agrees_with_the_matrix<std::complex<float>>(decimator * conv(complex_taps));
    agrees_with_the_matrix<std::complex<double>>(up(3) * decimator * conv(complex_taps));
}

TEST_CASE("evaluate: dtypes are kept, integers become float64") {
    const auto type_of = []<class T>(const T& value) {
        using kept = typename decltype(decimator(value))::value_type;
        return kept{};
    };
    static_assert(std::is_same_v<decltype(type_of(xt::xtensor<float, 1>{})), float>);
    static_assert(std::is_same_v<decltype(type_of(xt::xtensor<double, 1>{})), double>);
    static_assert(std::is_same_v<decltype(type_of(xt::xtensor<complex64, 1>{})), complex64>);
    static_assert(std::is_same_v<decltype(type_of(xt::xtensor<complex128, 1>{})), complex128>);
    static_assert(std::is_same_v<decltype(type_of(xt::xtensor<int, 1>{})), double>);
    static_assert(std::is_same_v<decltype(type_of(xt::xtensor<std::int64_t, 1>{})), double>);
    static_assert(std::is_same_v<decltype(type_of(xt::xtensor<std::uint8_t, 1>{})), double>);
    CHECK(decimator(xt::xtensor<int, 1>{1, 2, 3}) == decimator(xt::xtensor<double, 1>{1, 2, 3}));
    CHECK(identity()(xt::xtensor<std::uint8_t, 1>{200, 255}) == xt::xtensor<double, 1>{200, 255});
}

TEST_CASE("evaluate: complex taps on real data are refused, not cut") {
    CHECK_THROWS_AS(conv(complex_taps)(ramp<double>(5)), argument_error);
    CHECK_THROWS_AS(conv(complex_taps)(ramp<float>(5)), argument_error);
    CHECK_NOTHROW(conv(complex_taps)(ramp<complex64>(5)));
}

TEST_CASE("evaluate: unknown taps have no values") {
    CHECK_THROWS_WITH_AS(conv(unknown("q", 3))(ramp<double>(5)), doctest::Contains("q"),
                         argument_error);
}

TEST_CASE("evaluate: any axis of an N-dimensional array, each line on its own") {
    xt::xtensor<double, 3> x = xt::zeros<double>({5, 6, 7});
    for (std::size_t i = 0; i < x.size(); ++i) x.flat(i) = double(i * i % 23) - 11;
    for (int axis = -3; axis < 3; ++axis) {
        CAPTURE(axis);
        const auto at = static_cast<std::size_t>(axis < 0 ? axis + 3 : axis);
        const auto n = static_cast<index_t>(x.shape(at));
        const auto y = decimator(x, window::full, boundary::periodic, axis);
        const auto full = matrix<double>(decimator.on(n, window::full, boundary::periodic));
        REQUIRE(y.shape(at) == full.shape(0));
        double largest = 0;
        for (std::size_t i = 0; i < y.shape(0); ++i) {
            for (std::size_t j = 0; j < y.shape(1); ++j) {
                for (std::size_t k = 0; k < y.shape(2); ++k) {
                    double sum = 0;
                    for (std::size_t l = 0; l < x.shape(at); ++l) {
                        sum += full(at == 0   ? i
                                    : at == 1 ? j
                                              : k,
                                    l) *
                               (at == 0   ? x(l, j, k)
                                : at == 1 ? x(i, l, k)
                                          : x(i, j, l));
                    }
                    largest = std::max(largest, std::abs(sum - y(i, j, k)));
                }
            }
        }
        CHECK(largest == 0);
    }
}

TEST_CASE("evaluate: axes that are not there are refused") {
    CHECK_THROWS_AS(decimator(ramp<double>(5), window::full, boundary::zero, 1), shape_error);
    CHECK_THROWS_AS(decimator(ramp<double>(5), window::full, boundary::zero, -2), shape_error);
    CHECK(resolve_axis(-1, 3) == 2);
    CHECK(resolve_axis(0, 3) == 0);
    CHECK_THROWS_AS(resolve_axis(3, 3), shape_error);
    CHECK_THROWS_AS(resolve_axis(0, 0), shape_error);
}

TEST_CASE("evaluate: strided, transposed and backward views are what they show") {
    xt::xtensor<double, 2> x = xt::zeros<double>({12, 10});
    for (std::size_t i = 0; i < x.size(); ++i) x.flat(i) = double(i * 7 % 31);
    const auto same_as_copy = [](const auto& view) {
        const xt::xarray<double> copy = view;
        for (int axis = 0; axis < static_cast<int>(copy.dimension()); ++axis) {
            const xt::xarray<double> got = decimator(view, window::same, boundary::reflect, axis);
            const xt::xarray<double> expected =
                decimator(copy, window::same, boundary::reflect, axis);
            if (got != expected) return false;
        }
        return true;
    };
    CHECK(same_as_copy(xt::view(x, xt::range(1, 11, 3), xt::all())));
    CHECK(same_as_copy(xt::view(x, xt::all(), xt::range(8, 1, -2))));
    CHECK(same_as_copy(xt::view(x, xt::range(11, 0, -1), xt::range(0, 10, 3))));
    CHECK(same_as_copy(xt::transpose(x)));
    CHECK(same_as_copy(xt::view(x, 3, xt::all())));
    CHECK(same_as_copy(xt::view(x, xt::all(), 4)));
    CHECK(same_as_copy(x * 2.0 + 1.0));
    CHECK(same_as_copy(xt::view(x, xt::all(), xt::newaxis(), xt::range(1, 9))));
}

TEST_CASE("evaluate: y ← αAx + βy writes into a strided view and nowhere else") {
    xt::xtensor<double, 2> y = -1.0 * xt::ones<double>({4, 6});
    const auto x = ramp<double>(8);
    const linear_map a = decimator.on(8, window::same);
    auto column = xt::view(y, xt::all(), 2);
    multiply(a, x, column, 1.0, 0.0);
    const auto expected = a(x);
    for (std::size_t i = 0; i < 4; ++i) {
        for (std::size_t j = 0; j < 6; ++j) CHECK(y(i, j) == (j == 2 ? expected(i) : -1.0));
    }
    auto backward = xt::view(y, xt::range(3, xt::placeholders::_, -1), 0);
    REQUIRE(backward.size() == 4);
    multiply(a, x, backward, 2.0, 3.0);
    for (std::size_t i = 0; i < 4; ++i) CHECK(y(3 - i, 0) == 2 * expected(i) - 3);
}

TEST_CASE("evaluate: xarray in, xarray out; xtensor in, xtensor of the same rank out") {
    xt::xarray<double> x = xt::ones<double>({3, 8});
    const auto y = decimator(x);
    CHECK(y.dimension() == 2);
    CHECK(y.shape(0) == 3);
    xt::xtensor<double, 2> z = x;
    static_assert(std::is_same_v<decltype(decimator(z)), xt::xtensor<double, 2>>);
    CHECK(decimator(z) == y);
}

TEST_CASE("evaluate: arrays that do not fit are refused before anything runs") {
    const linear_map a = decimator.on(8);
    CHECK_THROWS_WITH_AS(a(ramp<double>(7)), doctest::Contains("7"), shape_error);
    CHECK_THROWS_AS(a(xt::xtensor<double, 2>(xt::zeros<double>({8, 7}))), shape_error);
    CHECK_NOTHROW(a(xt::xtensor<double, 2>(xt::zeros<double>({8, 7})), 0));
    xt::xtensor<double, 1> y = xt::zeros<double>({3});
    CHECK_THROWS_AS(multiply(a, ramp<double>(8), y), shape_error);
    const linear_map two = kron(a, a);
    CHECK_THROWS_AS(two(ramp<double>(63)), shape_error);
    CHECK_THROWS_AS(two(xt::xtensor<double, 2>(xt::zeros<double>({8, 7}))), shape_error);
}

TEST_CASE("evaluate: a map with two axes also takes them flattened into one") {
    const linear_map two = kron(decimator.on(8), up(2).on(3));
    const auto x = ramp<double>(24);
    xt::xtensor<double, 2> plane = xt::zeros<double>({8, 3});
    std::copy(x.begin(), x.end(), plane.begin());
    const auto y = two(x);
    const auto z = two(plane);
    CHECK(std::equal(y.begin(), y.end(), z.begin(), z.end()));
}

TEST_CASE("evaluate: axes of a map on two that do not lie together give the same, by copies") {
    const linear_map two = kron(decimator.on(8, window::same), up(2).on(3));
    xt::xtensor<double, 2> x = xt::zeros<double>({3, 8});
    for (std::size_t i = 0; i < x.size(); ++i) x.flat(i) = double(i * i % 23);
    const xt::xtensor<double, 2> copy = xt::transpose(x);
    const xt::xtensor<double, 2> wanted = two(copy);
    CHECK(two(xt::transpose(x)) == wanted);
    xt::xtensor<double, 2> y = xt::ones<double>({10, 6});
    auto inner = xt::view(y, xt::range(1, 9, 2), xt::all());
    multiply(two, copy, inner, 2.0, -1.0);
    for (std::size_t i = 0; i < 10; ++i) {
        for (std::size_t j = 0; j < 6; ++j) {
            const bool is_written = i % 2 == 1 && i < 9;
            CHECK(y(i, j) == (is_written ? 2 * wanted(i / 2, j) - 1 : 1));
        }
    }
}

TEST_CASE("evaluate: the shape of a result, and how many elements it has") {
    CHECK(output_shape(decimator.on(8, window::same), {3, 8, 5}, 1) == extents{3, 4, 5});
    CHECK(element_count({3, 4, 5}) == 60);
    CHECK(element_count({}) == 1);
    CHECK_THROWS_AS(element_count({index_t{1} << 40, index_t{1} << 40}), limit_error);
}

TEST_CASE("evaluate: empty arrays give empty or zero results") {
    CHECK(decimator(xt::xtensor<double, 1>(xt::zeros<double>({0})), window::same).size() == 0);
    CHECK(conv(taps{1, 1})(xt::xtensor<double, 1>(xt::zeros<double>({0}))) ==
          xt::xtensor<double, 1>{0});
    CHECK(decimator(xt::xtensor<double, 2>(xt::zeros<double>({0, 8}))).shape(0) == 0);
    CHECK_THROWS_AS(
        decimator(xt::xtensor<double, 1>(xt::zeros<double>({0})), window::same, boundary::edge),
        shape_error);
}

TEST_CASE("evaluate: a NaN or Inf reaches only the outputs that can read it") {
    const double nan = std::nan("");
    const double inf = std::numeric_limits<double>::infinity();
    const std::vector<op> words{decimator,
                                conv(taps{1, 0, 2}),
                                conv(taps{1, 2, 3}) * up(3),
                                up(2) * down(3, 1) * conv(taps{1, 1}),
                                delay(2) + conv(taps{1, 0, 0, 5}),
                                down(2) * conv(up(3)(taps{1, 2, 1}))};
    for (const op& word : words) {
        for (const boundary b : boundaries) {
            for (const bool transposed : {false, true}) {
                const linear_map bound = word.on(11, window::full, b);
                const linear_map a = transposed ? bound.T() : bound;
                const xt::xtensor<int, 2> forward = reach_of(word, 11, b);
                const xt::xtensor<int, 2> reach =
                    transposed ? xt::xtensor<int, 2>(xt::transpose(forward)) : forward;
                for (const double bad : {nan, inf, -inf}) {
                    for (std::size_t j = 0; j < reach.shape(1); ++j) {
                        xt::xtensor<double, 1> x = ramp<double>(reach.shape(1));
                        x(j) = bad;
                        const auto y = a(x);
                        bool local = true;
                        for (std::size_t i = 0; i < reach.shape(0); ++i) {
                            if (reach(i, j) == 0) local = local && std::isfinite(y(i));
                            if (b == boundary::zero && reach(i, j) != 0) {
                                local = local && !std::isfinite(y(i));
                            }
                        }
                        CAPTURE(to_string(a));
                        CAPTURE(bad);
                        CAPTURE(j);
                        CHECK(local);
                    }
                }
            }
        }
    }
}

TEST_CASE("evaluate: results beyond the memory limit are refused before they are allocated") {
    CHECK_THROWS_AS(up(index_t{1} << 40)(ramp<double>(8)), limit_error);
    CHECK_THROWS_AS(identity()(ramp<double>(8), {0, index_t{1} << 60}), limit_error);
    {
        const limited_memory limit(1000);
        CHECK_THROWS_WITH_AS(up(100)(ramp<double>(8)), doctest::Contains("1000"), limit_error);
    }
    CHECK_NOTHROW(up(100)(ramp<double>(8)));
}

TEST_CASE("evaluate: long dilated kernels cost what their taps cost") {
    const op word = conv(up(1'000'000)(taps{1, 2, 1}));
    const auto x = ramp<double>(1000);
    const auto y = word(x, {2'000'000, 1000});
    CHECK(y == x);
    const auto z = word(x, {999'999, 3});
    CHECK(z(0) == 0);
    CHECK(z(1) == 2 * x(0));
    CHECK(z(2) == 2 * x(1));
}
