#include "noble/linear_map.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include <array>
#include <complex>
#include <limits>

#include "noble/error.hpp"
#include "noble/evaluate.hpp"
#include "noble/matrix.hpp"
#include "noble/op2d.hpp"
#include "support/messages.hpp"

using namespace noble;

namespace {

using complex = std::complex<double>;
using dense = xt::xtensor<complex, 2>;

dense of(const linear_map& a) { return matrix<complex>(a); }

/// The definitions, entry by entry.
dense product_of(const dense& a, const dense& b) {
    dense c = xt::zeros<complex>({a.shape(0), b.shape(1)});
    for (std::size_t i = 0; i < a.shape(0); ++i) {
        for (std::size_t j = 0; j < b.shape(1); ++j) {
            for (std::size_t k = 0; k < a.shape(1); ++k) c(i, j) += a(i, k) * b(k, j);
        }
    }
    return c;
}

dense transpose_of(const dense& a, bool conjugated) {
    dense c = xt::zeros<complex>({a.shape(1), a.shape(0)});
    for (std::size_t i = 0; i < a.shape(0); ++i) {
        for (std::size_t j = 0; j < a.shape(1); ++j) {
            c(j, i) = conjugated ? std::conj(a(i, j)) : a(i, j);
        }
    }
    return c;
}

/// (A ⊗ B)[i·p + k, j·q + l] = A[i, j]·B[k, l] for B of p × q.
dense kron_of(const dense& a, const dense& b) {
    const std::size_t p = b.shape(0);
    const std::size_t q = b.shape(1);
    dense c = xt::zeros<complex>({a.shape(0) * p, a.shape(1) * q});
    for (std::size_t i = 0; i < a.shape(0); ++i) {
        for (std::size_t j = 0; j < a.shape(1); ++j) {
            for (std::size_t k = 0; k < p; ++k) {
                for (std::size_t l = 0; l < q; ++l) c(i * p + k, j * q + l) = a(i, j) * b(k, l);
            }
        }
    }
    return c;
}

/// Writes `part` into `whole` at (row, column).
void put_block(dense& whole, const dense& part, std::size_t row, std::size_t column) {
    for (std::size_t i = 0; i < part.shape(0); ++i) {
        for (std::size_t j = 0; j < part.shape(1); ++j) whole(row + i, column + j) = part(i, j);
    }
}

dense zeros(std::size_t rows, std::size_t cols) { return xt::zeros<complex>({rows, cols}); }

const sequence mixed{exact(1, 2), exact(-3), exact(0, 4), exact(5, -1)};

/// Matrices with no symmetry: 6 × 4, 3 × 4, 6 × 5, 3 × 5.
linear_map six_by_four() { return (conv(mixed) * up(2, 1)).on(4, {-1, 6}, boundary::antireflect); }
linear_map three_by_four() { return (down(2) * conv(mixed)).on(4, {0, 3}, boundary::line); }
linear_map six_by_five() { return conv(mixed).on(5, {1, 6}, boundary::smooth); }
linear_map three_by_five() { return (down(3, 1) * conv(mixed)).on(5, {-1, 3}); }

/// Matrix, transpose, adjoint, evaluation and accumulation agree with the expected matrix.
void is(const linear_map& a, const dense& expected) {
    REQUIRE(a.rows() == static_cast<index_t>(expected.shape(0)));
    REQUIRE(a.cols() == static_cast<index_t>(expected.shape(1)));
    const auto near = [](const dense& p, const dense& q) {
        return p.shape() == q.shape() && xt::allclose(p, q, 1e-14, 1e-13);
    };
    CHECK(near(of(a), expected));
    CHECK(of(a.T()) == transpose_of(of(a), false));
    CHECK(of(a.H()) == transpose_of(of(a), true));
    CHECK(of(conj(a)) == transpose_of(transpose_of(of(a), true), false));
    dense columns = zeros(expected.shape(1), expected.shape(1));
    for (std::size_t i = 0; i < expected.shape(1); ++i) columns(i, i) = 1;
    if (a.in_shape().size() == 1) {
        CHECK(near(dense(a(columns, 0)), expected));
        dense rows = zeros(expected.shape(0), expected.shape(0));
        for (std::size_t i = 0; i < expected.shape(0); ++i) rows(i, i) = 1;
        CHECK(near(dense(a.T()(rows, 0)), transpose_of(expected, false)));
    }
}

}  // namespace

TEST_CASE("linear_map: pad and crop") {
    CHECK(to_text(pad(2, 1, 2)) == "0 0\n1 0\n0 1\n0 0\n0 0\n");
    CHECK(to_text(pad(3, -1, 1)) == "0 1 0\n0 0 1\n0 0 0\n");
    CHECK(of(pad(2, 1, 1, boundary::edge)) == of(identity().on(2, {-1, 4}, boundary::edge)));
    is(crop(5, 1, 2), transpose_of(of(pad(2, 1, 2)), false));
    CHECK(of(crop(5, 1, 2)) == of(pad(2, 1, 2).T()));
    CHECK(pad(3, -2, -1).rows() == 0);
    CHECK_THROWS_AS(pad(3, -2, -2), shape_error);
    CHECK_THROWS_AS(crop(3, 2, 2), shape_error);
    CHECK_THROWS_AS(pad(-1, 0, 0), shape_error);
    CHECK_THROWS_AS(pad(1, std::numeric_limits<index_t>::max(), 1), limit_error);
}

TEST_CASE("linear_map: a product is the matrix product, a after b") {
    const linear_map a = three_by_five().T();
    const linear_map b = three_by_four();
    is(a * b, product_of(of(a), of(b)));
    is((a * b) * six_by_four().T(), product_of(product_of(of(a), of(b)), of(six_by_four().T())));
    is((a * b).T(), transpose_of(product_of(of(a), of(b)), false));
}

TEST_CASE("linear_map: sums, differences and multiples are entry by entry") {
    const linear_map a = six_by_four();
    const linear_map b = (conv(mixed) * up(2)).on(4, {0, 6});
    is(a + b, of(a) + of(b));
    is(a - b, of(a) - of(b));
    is(-a, -of(a));
    is(exact(2, -3) * a, complex(2, -3) * of(a));
    CHECK(of((exact(0, 1) * a).H()) == transpose_of(of(exact(0, 1) * a), true));
    CHECK(sparse_matrix<exact>(a - a).values.empty());
}

TEST_CASE("linear_map: stacks, blocks and block diagonals place their maps") {
    const linear_map a = six_by_four();
    const linear_map b = six_by_five();
    const linear_map c = three_by_four();
    const linear_map d = three_by_five();
    dense whole = zeros(9, 9);
    put_block(whole, of(a), 0, 0);
    put_block(whole, of(b), 0, 4);
    put_block(whole, of(c), 6, 0);
    put_block(whole, of(d), 6, 4);
    is(block({{a, b}, {c, d}}), whole);
    dense wide = zeros(6, 9);
    put_block(wide, of(a), 0, 0);
    put_block(wide, of(b), 0, 4);
    is(hstack({a, b}), wide);
    dense tall = zeros(9, 4);
    put_block(tall, of(a), 0, 0);
    put_block(tall, of(c), 6, 0);
    is(vstack({a, c}), tall);
    dense diagonal = zeros(9, 9);
    put_block(diagonal, of(a), 0, 0);
    put_block(diagonal, of(d), 6, 4);
    is(block_diag({a, d}), diagonal);
}

TEST_CASE("linear_map: kron is its index formula, for factors that do not commute or fit") {
    const linear_map a = six_by_four();
    const linear_map b = three_by_five();
    CHECK(of(kron(a, b)) == kron_of(of(a), of(b)));
    CHECK(of(kron(b, a)) == kron_of(of(b), of(a)));
    CHECK_FALSE(of(kron(a, b)) == of(kron(b, a)));
    is(kron(a, b), kron_of(of(a), of(b)));
    CHECK(kron(a, b).in_shape() == extents{4, 5});
    CHECK(kron(a, b).out_shape() == extents{6, 3});
    CHECK(kron(a, b).T().in_shape() == extents{6, 3});
    CHECK(of(kron(a, b).T()) == of(kron(a.T(), b.T())));
    CHECK(of(kron(a, b).H()) == of(kron(a.H(), b.H())));
}

TEST_CASE("op2d: terms of different spans keep the hull (full) or the intersection (valid)") {
    const op d = conv(taps{1, -2, 1}.origin(1));
    const op2d laplacian = kron(d, identity()) + kron(identity(), d);
    CHECK(laplacian.on(3, 4).out_shape() == extents{5, 6});
    CHECK(laplacian.on(3, 4, window::valid, window::valid).out_shape() == extents{1, 2});
    CHECK(laplacian.on(3, 4, window::same, window{-1, 3}).out_shape() == extents{3, 3});
    const dense y = laplacian.on(1, 1)(dense{{1}});
    CHECK(y == dense{{0, 1, 0}, {1, -4, 1}, {0, 1, 0}});
    const linear_map apart = kron(delay(7), identity()).on(3, 3, window::valid, window::valid);
    CHECK(apart.out_shape() == extents{3, 3});
    const op2d nothing = kron(delay(7), identity()) + kron(identity(), identity());
    CHECK(nothing.on(3, 3, window::valid, window::full).out_shape() == extents{0, 3});
}

TEST_CASE("linear_map: arrays of as many elements and other axes are not added") {
    const linear_map tall = kron(conv(taps{1, 2, 3}), identity()).on(3, 3);
    const linear_map wide = kron(identity(), conv(taps{1, 2, 3})).on(3, 3);
    CHECK(tall.rows() == wide.rows());
    CHECK_THROWS_WITH_AS(tall + wide, doctest::Contains("(5, 3) x (3, 3)"), shape_error);
    CHECK_THROWS_AS(tall.T() - wide.T(), shape_error);
    CHECK((tall + identity().on(9, {0, 15})).out_shape() == extents{5, 3});
}

TEST_CASE("linear_map: kron acts along rows with its first factor, along columns with its second") {
    const linear_map a = six_by_four();
    const linear_map b = three_by_five();
    dense x = zeros(4, 5);
    for (std::size_t i = 0; i < 4; ++i) {
        for (std::size_t j = 0; j < 5; ++j) {
            x(i, j) = complex(double(i * i) - 3, double(j) + 2.0 * double(i));
        }
    }
    const dense y = kron(a, b)(x);
    CHECK(xt::allclose(y, product_of(product_of(of(a), x), transpose_of(of(b), false)), 1e-14,
                       1e-12));
    const dense back = kron(a, b).T()(y);
    CHECK(xt::allclose(back, product_of(product_of(transpose_of(of(a), false), y), of(b)), 1e-14,
                       1e-10));
}

TEST_CASE("linear_map: kron of three axes, and on the last axes of a larger array") {
    const linear_map a = (down(2) * conv(taps{1, 2})).on(4);
    const linear_map b = conv(taps{1, -1}).on(2);
    const linear_map c = up(2).on(3);
    const linear_map all = kron(kron(a, b), c);
    CHECK(all.in_shape() == extents{4, 2, 3});
    CHECK(of(all) == kron_of(kron_of(of(a), of(b)), of(c)));
    xt::xtensor<double, 4> x = xt::zeros<double>({2, 4, 2, 3});
    for (std::size_t i = 0; i < x.size(); ++i) x.flat(i) = double(i % 7) - double(i % 5);
    const auto y = all(x);
    REQUIRE(y.dimension() == 4);
    const auto flat = matrix<double>(all);
    for (std::size_t n = 0; n < 2; ++n) {
        for (std::size_t i = 0; i < flat.shape(0); ++i) {
            double sum = 0;
            for (std::size_t j = 0; j < flat.shape(1); ++j) sum += flat(i, j) * x.flat(n * 24 + j);
            CHECK(y.flat(n * flat.shape(0) + i) == sum);
        }
    }
}

TEST_CASE("linear_map: products and sums of krons are krons of products, and plain matrices") {
    const op2d two = kron(down(2), conv(mixed)) * kron(conv(mixed), up(2));
    const linear_map a = two.on(4, 3);
    CHECK(of(a) == of(kron((down(2) * conv(mixed)).on(4), (conv(mixed) * up(2)).on(3))));
    const linear_map sum =
        kron(six_by_four(), three_by_five()) +
        exact(2) * kron((conv(mixed) * up(2)).on(4, {0, 6}), (down(3) * conv(mixed)).on(5, {0, 3}));
    CHECK(of(sum.T()) == transpose_of(of(sum), false));
}

TEST_CASE("linear_map: y ← αAx + βy, and at β = 0 a y full of NaN is never read") {
    const complex nan(std::nan(""), std::nan(""));
    const std::array maps{six_by_four(),
                          three_by_five() * three_by_five().T(),
                          hstack({six_by_four(), six_by_five()}),
                          vstack({six_by_four(), three_by_four()}),
                          block_diag({six_by_four(), three_by_five()}),
                          exact(2) * six_by_four(),
                          six_by_four() - (conv(mixed) * up(2)).on(4, {0, 6}),
                          pad(3, 1, 2),
                          conv(mixed).on(4, {100, 5}),
                          scale(0).on(3)};
    for (const linear_map& forward : maps) {
        for (const linear_map& a : {forward, forward.T(), forward.H()}) {
            CAPTURE(to_string(a));
            auto x = xt::xtensor<complex, 1>::from_shape({static_cast<std::size_t>(a.cols())});
            for (std::size_t j = 0; j < x.size(); ++j) x(j) = complex(1.0 + double(j), -double(j));
            xt::xtensor<complex, 1> ax = a(x);
            const auto m = static_cast<std::size_t>(a.rows());
            xt::xtensor<complex, 1> y = nan * xt::ones<complex>({m});
            multiply(a, x, y, complex(1), complex(0));
            CHECK(y == ax);
            y = nan * xt::ones<complex>({m});
            multiply(a, x, y, complex(2, 1), complex(0));
            CHECK(xt::allclose(y, complex(2, 1) * ax, 1e-13, 1e-12));
            xt::xtensor<complex, 1> z = complex(3, -1) * xt::ones<complex>({m});
            multiply(a, x, z, complex(0, 2), complex(0.5));
            const xt::xtensor<complex, 1> expected =
                complex(0, 2) * ax + complex(0.5) * complex(3, -1) * xt::ones<complex>({m});
            CHECK(xt::allclose(z, expected, 1e-13, 1e-12));
        }
    }
}

TEST_CASE("linear_map: shapes that do not fit are refused, naming both maps and both shapes") {
    const linear_map a = six_by_four();
    const linear_map b = three_by_five();
    const auto names_both = [&](const auto& compose) {
        try {
            compose();
        } catch (const shape_error& e) {
            const std::string text = e.what();
            CAPTURE(text);
            CHECK(text.find('6') != std::string::npos);
            CHECK(text.find('4') != std::string::npos);
            CHECK(text.find('3') != std::string::npos);
            CHECK(text.find('5') != std::string::npos);
            CHECK(text.find(to_string(a)) != std::string::npos);
            CHECK(text.find(to_string(b)) != std::string::npos);
            return true;
        }
        return false;
    };
    CHECK(names_both([&] { (void)(a * b); }));
    CHECK(names_both([&] { (void)(a + b); }));
    CHECK(names_both([&] { (void)(a - b); }));
    CHECK_THROWS_AS(hstack({a, b}), shape_error);
    CHECK_THROWS_AS(vstack({a, b}), shape_error);
    CHECK_THROWS_AS(block({{a, six_by_five()}, {b, three_by_four()}}), shape_error);
    CHECK_THROWS_AS(block({{a, six_by_five()}, {three_by_four()}}), error);
    CHECK_THROWS_AS(hstack({}), error);
    CHECK_THROWS_AS(vstack({}), error);
    CHECK_THROWS_AS(block({}), error);
    CHECK_THROWS_AS(block_diag({}), error);
    CHECK_THROWS_AS(identity().on(-1), shape_error);
}

TEST_CASE("linear_map: long maps are cut in messages, between characters") {
    const linear_map kernel = conv(sequence(std::vector<exact>(9, exact(1)))).on(4);  // [1 1 1 … ]
    std::array<int, 2> cuts{};  // before the … and behind it
    index_t d = 1;
    for (int digits = 2; digits < 19; ++digits) {
        d *= 10;
        const linear_map a = delay(d).on(12, {d, 1}) * kernel;
        const auto text = testing::message_of<shape_error>([&] { (void)(a + identity().on(4)); });
        const std::string start = text.substr(0, text.find("... ("));
        CAPTURE(start);
        ++cuts.at(testing::contains(start, "…") ? 1 : 0);
        CHECK((static_cast<unsigned char>(start.back()) < 0x80 || start.ends_with("…")));
    }
    CHECK(cuts[0] > 0);
    CHECK(cuts[1] > 0);
}

TEST_CASE("linear_map: a map and its transpose remember both lengths") {
    for (index_t n = 0; n <= 9; ++n) {
        const linear_map a = (down(2) * conv(mixed)).on(n);
        CHECK(a.cols() == n);
        CHECK(a.T().rows() == n);
        CHECK(a.T().T().cols() == n);
    }
}

TEST_CASE("linear_map: custom runs the user's functions, and H runs the adjoint") {
    const auto forward = [](auto x, auto y) {
        y[0] = x[0] + x[1];
        y[1] = decltype(y[0] + y[0])(2) * x[1];
        y[2] = -x[0];
    };
    const auto adjoint = [](auto x, auto y) {
        y[0] = x[0] - x[2];
        y[1] = x[0] + decltype(y[0] + y[0])(2) * x[1];
    };
    const linear_map a = custom(3, 2, forward, adjoint);
    CHECK(a.rows() == 3);
    CHECK(a.cols() == 2);
    CHECK(a.has_custom());
    CHECK_FALSE(six_by_four().has_custom());
    CHECK(a(xt::xtensor<double, 1>{1, 10}) == xt::xtensor<double, 1>{11, 20, -1});
    CHECK(a(xt::xtensor<float, 1>{1, 10}) == xt::xtensor<float, 1>{11, 20, -1});
    CHECK(a.H()(xt::xtensor<double, 1>{1, 2, 3}) == xt::xtensor<double, 1>{-2, 5});
    CHECK(of(a) == dense{{1, 1}, {0, 2}, {-1, 0}});
    CHECK(of(a.T()) == transpose_of(of(a), false));
    CHECK(of(exact(0, 2) * a * up(2).on(1, {0, 2})) ==
          dense{{complex(0, 2)}, {0}, {complex(0, -2)}});
    CHECK_THROWS_AS(sparse_matrix<exact>(a), argument_error);
    CHECK_THROWS_AS(custom(-1, 2, forward, adjoint), shape_error);
}

TEST_CASE("linear_map: a complex custom map is conjugated where its transpose is taken") {
    const auto i = [](auto x, auto y) { y[0] = std::complex<double>(0, 1) * x[0] + x[1]; };
    const auto minus_i = [](auto x, auto y) {
        y[0] = std::complex<double>(0, -1) * x[0];
        y[1] = x[0];
    };
    using in = std::span<const complex>;
    using out = std::span<complex>;
    const linear_map a = custom(
        1, 2, [=](in x, out y) { i(x, y); }, [=](in x, out y) { minus_i(x, y); });
    CHECK(of(a) == dense{{complex(0, 1), 1}});
    CHECK(of(a.T()) == dense{{complex(0, 1)}, {1}});
    CHECK(of(a.H()) == dense{{complex(0, -1)}, {1}});
    CHECK(of(conj(a)) == dense{{complex(0, -1), 1}});
    CHECK_FALSE(a.is_real());
    CHECK_THROWS_AS(a(xt::xtensor<double, 1>{1, 2}), argument_error);
}
