// Products, sums, blocks, Kronecker products and custom maps, against the reference.
#include <doctest/doctest.h>
#include <gmpxx.h>

#include "engine/cases.hpp"
#include "noble/evaluate.hpp"
#include "noble/exact.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

std::vector<linear_map> composites(std::mt19937_64& random) {
    const auto q = [&](index_t count) { return random_taps(random, count); };
    const auto a = conv(q(9)).on(40, window::same, boundary::reflect);
    const auto b = (down(2) * conv(q(5))).on(40, window::same, boundary::line);
    const auto c = (conv(q(7)) * up(3)).on(b.rows(), window::same, boundary::smooth);
    const auto d = conv(q(3)).on(40, window::full);
    const linear_map scaled = exact(rational(3) / 7) * a;
    return {
        b * a,
        c * b * a,
        (c * b * a).T(),
        d * scaled + d,
        a - scaled + a.T() * a,
        hstack({a, scaled, a * a}),
        vstack({a, b, d}),
        block({{a, a}, {b, b}, {d, d}}).T(),
        block_diag({a, c, d * a}),
        kron(b, d),
        kron(a, b * a).T(),
        kron(kron(b, vstack({b, b})), conv(q(2)).on(3)),
        kron(a, a) * kron(a, a.T()),
        pad(40, 3, 5, boundary::antireflect) * a,
        crop(40, 2, 1) * (a + a),
    };
}

template <class T>
void agrees(const linear_map& a, std::mt19937_64& random) {
    const auto x = random_values<T>(random, a.cols());
    const auto wanted = by_reference(a, x);
    const auto bound = engine::error_bound<T>(a, magnitudes(x), {.method = method::fft}).error;
    for (const auto set : instruction_sets()) {
        for (const int threads : {1, 2}) {
            CHECK(units_of(by_plan(a, x, {.threads = threads, .instructions = set}), wanted,
                           bound) <= 1);
        }
    }
}

// Exact on integers: no method's order of summation can differ.
template <class T>
void exactly_on_strided_axes(const linear_map& a, std::mt19937_64& random) {
    const index_t n = a.cols();
    std::vector<T> x;
    for (index_t i = 0; i < 3 * 2 * n; ++i) x.push_back(T(static_cast<float>(random() % 9)));
    std::vector<T> y(static_cast<std::size_t>(3 * a.rows()), T(1));
    const plan<T> p(a);
    workspace<T> w(p);
    // Three columns of every second row.
    p({x.data(), {n, 3}, {6, 1}}, {y.data(), {a.rows(), 3}, {3, 1}}, w, T(2), T(-1), 0);
    for (index_t column = 0; column < 3; ++column) {
        std::vector<T> in;
        for (index_t i = 0; i < n; ++i) in.push_back(x[static_cast<std::size_t>(6 * i + column)]);
        const auto wanted = by_reference(a, in);
        for (index_t i = 0; i < a.rows(); ++i) {
            CHECK(y[static_cast<std::size_t>(3 * i + column)] ==
                  T(2) * wanted[static_cast<std::size_t>(i)] - T(1));
        }
    }
}

}  // namespace

TEST_CASE("composites: every kind, every type, every instruction set") {
    std::mt19937_64 random(31);
    for (const auto& a : composites(random)) {
        INFO(to_string(a));
        agrees<float>(a, random);
        agrees<double>(a, random);
        agrees<std::complex<float>>(a, random);
        agrees<std::complex<double>>(a, random);
    }
}

TEST_CASE("composites: on flattened, strided axes, with alpha and beta") {
    std::mt19937_64 random(32);
    const auto a = conv({1, -2, 1}).on(6, window::same, boundary::antisymmetric);
    const auto b = (down(2) * conv({1, 2})).on(6);
    for (const auto& map : {b * a, a + a, 3 * a, vstack({a, b}), hstack({a, a}), block_diag({a, b}),
                            kron(b, a), kron(a, b).T(), kron(a, b) * kron(a, a)}) {
        INFO(to_string(map));
        exactly_on_strided_axes<float>(map, random);
        exactly_on_strided_axes<std::complex<double>>(map, random);
    }
}

TEST_CASE("composites: custom maps are what they compute, conjugated and within others too") {
    const auto forward = [](auto x, auto y) {
        for (std::size_t i = 0; i < x.size(); ++i) y[x.size() - 1 - i] = x[i] + x[i];
    };
    const auto twist = [](std::span<const std::complex<double>> x,
                          std::span<std::complex<double>> y) {
        for (std::size_t i = 0; i < x.size(); ++i) y[i] = x[i] * std::complex<double>(0, 2);
    };
    const auto untwist = [](std::span<const std::complex<double>> x,
                            std::span<std::complex<double>> y) {
        for (std::size_t i = 0; i < x.size(); ++i) y[i] = x[i] * std::complex<double>(0, -2);
    };
    std::mt19937_64 random(33);
    const auto flip = custom(6, 6, forward, forward);
    const auto turn = custom(6, 6, twist, untwist);
    const auto a = conv({1, 2, 1}).on(6, window::same);
    for (const auto& map : {flip, a * flip, kron(flip, a), vstack({flip, a}) + vstack({a, flip})}) {
        exactly_on_strided_axes<double>(map, random);
        exactly_on_strided_axes<std::complex<float>>(map, random);
    }
    for (const auto& map : {turn, conj(turn), turn.T(), turn.H() * a}) {
        exactly_on_strided_axes<std::complex<double>>(map, random);
    }
    CHECK_THROWS_AS(plan<float>{turn}, argument_error);
}
