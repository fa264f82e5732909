// The worked examples that users of deep-learning frameworks arrive with, as words.
#include <doctest/doctest.h>
#include <gmpxx.h>

#include <algorithm>
#include <vector>

#include "noble/design.hpp"
#include "noble/evaluate.hpp"
#include "noble/matrix.hpp"
#include "noble/op2d.hpp"

using namespace noble;

namespace {

using image = xt::xtensor<double, 2>;

const op ones = conv(taps{1, 1, 1});

exact quarter(int numerator) { return {ratio(numerator, 4)}; }

/// X_v: valid correlation with k taps; P(p, p) before it and ↓s after it. Strided "convolution" of
/// deep learning, as the word ↓s · corr(v) · delay(p) with a window of its own length.
linear_map strided(const sequence& v, index_t n, index_t p, index_t s, index_t d = 1) {
    const sequence dilated = up(d)(v);
    const index_t padded = n + 2 * p;
    const index_t kept = padded < dilated.length() ? 0 : (padded - dilated.length()) / s + 1;
    return (down(s) * corr(dilated) * delay(p)).on(n, {0, kept});
}

linear_map plane(const linear_map& a) { return kron(a, a); }

const image guide{
    {3, 3, 2, 1, 0}, {0, 0, 1, 3, 1}, {3, 1, 2, 2, 3}, {2, 0, 0, 2, 2}, {2, 0, 0, 0, 1}};

/// The guide's kernel 012 / 220 / 012: its first and last rows are alike, so it has rank 2.
linear_map guide_map(index_t p, index_t s) {
    const linear_map outer = strided(taps{1, 0, 1}, 5, p, s);
    const linear_map middle = strided(taps{0, 1, 0}, 5, p, s);
    const linear_map top = strided(taps{0, 1, 2}, 5, p, s);
    const linear_map centre = strided(taps{2, 2, 0}, 5, p, s);
    return kron(outer, top) + kron(middle, centre);
}

}  // namespace

TEST_CASE("worked example: q on four samples, and ↓2, ↑2") {
    const auto q = matrix<double>(conv((taps{2, 3, 5}).origin(1)).on(4, window::same));
    CHECK(q == image{{3, 2, 0, 0}, {5, 3, 2, 0}, {0, 5, 3, 2}, {0, 0, 5, 3}});
    CHECK(matrix<double>(down(2).on(4)) == image{{1, 0, 0, 0}, {0, 0, 1, 0}});
    CHECK(matrix<double>(up(2).on(2)) == image{{1, 0}, {0, 0}, {0, 1}, {0, 0}});
}

TEST_CASE("worked example: q∗(↑k x) = (↓k (q∗)ᵀ)ᵀ x, without ↑k inside") {
    const sequence q = unknown("q", 4);
    for (index_t k = 1; k <= 4; ++k) {
        CHECK(conv(q) * up(k) == (down(k) * conv(q).T()).T());
        if (k > 1) CHECK(conv(q) * up(k) != conv(up(k)(q)) * up(k));
    }
}

TEST_CASE("worked example: TensorFlow's SAME transposed convolution, 3×3 ones, stride 2") {
    const op word = ones * up(2);
    const image x{{1, 2}, {3, 4}};
    CHECK(plane(word.on(2, {0, 4}))(x) ==
          image{{1, 1, 3, 2}, {1, 1, 3, 2}, {4, 4, 10, 6}, {3, 3, 7, 4}});
    CHECK(kron(word, word).on(2, 2, {0, 4}, {0, 4})(x) == plane(word.on(2, {0, 4}))(x));
    const image uncropped = plane(word.on(2, {0, 5}))(x);
    CHECK(uncropped.shape(0) == 5);
    CHECK(
        uncropped ==
        image{
            {1, 1, 3, 2, 2}, {1, 1, 3, 2, 2}, {4, 4, 10, 6, 6}, {3, 3, 7, 4, 4}, {3, 3, 7, 4, 4}});
    // The forward convolution that it is the transpose of.
    CHECK(matrix<double>(plane(word.on(2, {0, 4})).T()) ==
          matrix<double>(plane((down(2) * corr(taps{1, 1, 1})).on(4, {0, 2}))));
}

TEST_CASE("worked example: 3×3 ones on 4×4 as a 4×16 matrix of 0 and 1") {
    const linear_map c = plane(ones.on(4, window::valid));
    const auto C = matrix<double>(c);
    CHECK(C.shape(0) == 4);
    CHECK(C.shape(1) == 16);
    CHECK(xt::all(xt::equal(C * (C - 1.0), 0.0)));
    const image one = xt::ones<double>({4, 4});
    const image nine = c(one);
    CHECK(nine == image{{9, 9}, {9, 9}});
    const image back{{9, 18, 18, 9}, {18, 36, 36, 18}, {18, 36, 36, 18}, {9, 18, 18, 9}};
    CHECK(c.T()(nine) == back);
    CHECK(plane(ones.on(6, window::valid))(plane(pad(2, 2, 2))(nine)) == back);
    CHECK(matrix<double>(c.T()) == matrix<double>(plane(ones.on(2))));
}

TEST_CASE("worked example: stride 2 from 2×2 to 5×5 goes through 7×7 of stuffed zeros") {
    const image x{{1, 2}, {3, 4}};
    const image stuffed = plane(up(2).on(2, {-2, 7}))(x);
    CHECK(stuffed.shape(0) == 7);
    CHECK(stuffed(2, 2) == 1);
    CHECK(stuffed(4, 4) == 4);
    CHECK(xt::sum(stuffed)() == 10);
    CHECK(plane(ones.on(7, window::valid))(stuffed) == plane((ones * up(2)).on(2, {0, 5}))(x));
}

TEST_CASE("worked example: repeat by 2, then 3 taps = one transposed convolution with 4 taps") {
    const sequence q = unknown("q", 3);
    CHECK(convolve(taps{1, 1}, q).length() == 4);
    CHECK(conv(q) * conv(taps{1, 1}) * up(2) == conv(convolve(taps{1, 1}, q)) * up(2));
    const sequence fused = convolve(taps{1, 1}, q);
    CHECK(fused[0] == q[0]);
    CHECK(fused[1] == q[0] + q[1]);
    CHECK(fused[2] == q[1] + q[2]);
    CHECK(fused[3] == q[2]);
    CHECK(conv(box(2).origin(0)) * up(2) == up(2) + up(2, 1));
    // Filtering at the low rate first is another operator, with 6 taps.
    CHECK(conv(taps{1, 1}) * up(2) * conv(q) == conv(convolve(taps{1, 1}, up(2)(q))) * up(2));
    CHECK(convolve(taps{1, 1}, up(2)(q)).length() == 6);
    CHECK(conv(taps{1, 1}) * up(2) * conv(q) != conv(fused) * up(2));
}

TEST_CASE("worked example: FCN's bilinear upsampling by 2") {
    const op word = conv(sequence{quarter(1), quarter(3), quarter(3), quarter(1)}) * up(2);
    CHECK(word == conv(triangle(4).origin(0)) * up(2));
    const index_t n = 5;
    const linear_map a = word.on(n, {1, 2 * n});
    // The 4×4 filter: one sample far from the edges.
    image x = xt::zeros<double>({5, 5});
    x(2, 2) = 1;
    const image y = plane(a)(x);
    CHECK(y.shape(0) == 10);
    CHECK(y(4, 4) == 0.5625);
    CHECK(y(3, 4) == 0.1875);
    CHECK(y(3, 3) == 0.0625);
    CHECK(y(2, 4) == 0);
    CHECK(xt::sum(y)() == 4);
    const image constant = xt::ones<double>({5, 5});
    const image inside = plane(a)(constant);
    CHECK(inside(5, 5) == 1);
    CHECK(matrix<double>(a.T()) ==
          matrix<double>((down(2) * corr(triangle(4).origin(0)) * delay(1)).on(2 * n, {0, n})));
}

TEST_CASE("worked example: bilinear kernels of k = 2f − f mod 2 give exactly f times the size") {
    for (index_t f = 1; f <= 6; ++f) {
        const index_t k = 2 * f - f % 2;
        const index_t p = f / 2;  // ⌈(f − 1)/2⌉
        for (index_t n = 1; n <= 5; ++n) {
            const index_t natural = (n - 1) * f + k;
            CHECK(natural - 2 * p == f * n);
            // Away from the edges constants stay constant.
            const linear_map a = (conv(triangle(k).origin(0)) * up(f)).on(n, {p, f * n});
            const auto rows = sparse_matrix<exact>(a);
            for (index_t i = f; i < f * (n - 1); ++i) {
                exact sum;
                for (auto at = rows.row_begin[static_cast<std::size_t>(i)];
                     at < rows.row_begin[static_cast<std::size_t>(i + 1)]; ++at) {
                    sum += rows.values[static_cast<std::size_t>(at)];
                }
                CHECK(sum == exact(1));
            }
        }
    }
}

TEST_CASE("worked example: the guide's numbers for 012 / 220 / 012") {
    CHECK(guide_map(0, 1)(guide) == image{{12, 12, 17}, {10, 17, 19}, {9, 6, 14}});
    CHECK(guide_map(1, 2)(guide) == image{{6, 17, 3}, {8, 17, 13}, {6, 4, 4}});
}

TEST_CASE("worked example: 3×3 average pooling of the guide's image") {
    const linear_map a = exact(ratio(1, 9)) * plane((ones.on(5, window::valid)));
    const image y = a(guide);
    const image expected{{1.7, 1.7, 1.7}, {1.0, 1.2, 1.8}, {1.1, 0.8, 1.3}};
    CHECK(xt::amax(xt::abs(y - expected))() < 0.05);
    CHECK((xt::round(10.0 * y) / 10.0) == expected);
}

TEST_CASE("worked example: nearest ×s = C_{1_s} ↑s") {
    for (std::size_t s = 1; s <= 4; ++s) {
        const auto scale_by = static_cast<index_t>(s);
        const xt::xtensor<double, 1> x{3, 1, 4, 1, 5};
        const auto y = (conv(box(scale_by).origin(0)) * up(scale_by))(x, window::same);
        REQUIRE(y.size() == s * x.size());
        for (std::size_t i = 0; i < y.size(); ++i) CHECK(y(i) == x(i / s));
    }
}

TEST_CASE("worked example: linear ×s (half-pixel) = crop · C_triangle · ↑s · edge-pad(1, 1)") {
    for (index_t s = 1; s <= 5; ++s) {
        for (index_t n = 1; n <= 4; ++n) {
            const sequence kernel = triangle(2 * s - s % 2).origin(0);
            const op word = conv(kernel) * up(s);
            // Output i sits at (i + 1/2)/s − 1/2, half way into each sample.
            const index_t full = (n + 1) * s + kernel.length();
            const index_t before = s + (kernel.length() - 1) / 2 - (s - 1) / 2;
            const linear_map a = crop(full, before, full - before - s * n) *
                                 word.on(n + 2, {0, full}) * pad(n, 1, 1, boundary::edge);
            const auto rows = sparse_matrix<exact>(a);
            REQUIRE(a.rows() == s * n);
            for (index_t i = 0; i < s * n; ++i) {
                const rational at = ratio(2 * i + 1 - s, 2 * s);
                std::vector<exact> expected(static_cast<std::size_t>(n));
                for (index_t j = -1; j <= n; ++j) {
                    const rational weight = 1 - abs(at - j);
                    if (weight <= 0) continue;
                    const index_t inside = std::min(std::max<index_t>(j, 0), n - 1);
                    expected[static_cast<std::size_t>(inside)] += exact(weight);
                }
                std::vector<exact> got(static_cast<std::size_t>(n));
                for (auto t = rows.row_begin[static_cast<std::size_t>(i)];
                     t < rows.row_begin[static_cast<std::size_t>(i + 1)]; ++t) {
                    got[static_cast<std::size_t>(rows.columns[static_cast<std::size_t>(t)])] =
                        rows.values[static_cast<std::size_t>(t)];
                }
                CAPTURE(s);
                CAPTURE(n);
                CAPTURE(i);
                CHECK(got == expected);
            }
        }
    }
}

TEST_CASE("worked example: lengths of the guide's fifteen relationships, forward and transposed") {
    const auto one = [](index_t k) {
        return sequence(std::vector<exact>(static_cast<std::size_t>(k), 1));
    };
    for (index_t i = 1; i <= 9; ++i) {
        for (index_t k = 1; k <= i; ++k) {
            CHECK(conv(one(k)).on(i, window::valid).rows() == i - k + 1);  // 1
            CHECK(conv(one(k)).on(i).rows() == i + k - 1);                 // 4
            CHECK(conv(one(k)).on(i, window::same).rows() == i);           // 3
            CHECK(conv(one(k)).on(i, window::valid).T().rows() == i);      // 8
            CHECK(conv(one(k)).on(i - k + 1).rows() == i);                 // 8, as a word
            CHECK(conv(one(k)).on(i + k - 1, window::valid).rows() == i);  // 11
            for (index_t p = 0; p < k; ++p) {
                CHECK(conv(one(k)).on(i, {k - 1 - p, i - k + 2 * p + 1}).rows() ==
                      i - k + 2 * p + 1);  // 2, 9
                for (index_t s = 1; s <= 4; ++s) {
                    const linear_map a = strided(one(k), i, p, s);
                    CHECK(a.rows() == (i + 2 * p - k) / s + 1);  // 5, 6, 7
                    const index_t a_rest = (i + 2 * p - k) % s;
                    CHECK(a.T().rows() == s * (a.rows() - 1) + a_rest + k - 2 * p);  // 12, 13, 14
                    // The transpose is a transposed convolution, cropped by p at the left.
                    CHECK(matrix<double>(a.T()) ==
                          matrix<double>((conv(one(k)) * up(s)).on(a.rows(), {p, i})));
                }
            }
            for (index_t d = 1; d <= 3; ++d) {
                const index_t K = d * (k - 1) + 1;
                if (K > i) continue;
                CHECK(conv(up(d)(one(k))).on(i, window::valid).rows() == i - K + 1);  // 15
            }
        }
    }
}

TEST_CASE("worked example: the guide's figures") {
    struct figure {
        index_t i, o, p, k, s, d;
    };
    for (const auto& [i, o, p, k, s, d] :
         {figure{4, 2, 0, 3, 1, 1}, figure{5, 6, 2, 4, 1, 1}, figure{5, 5, 1, 3, 1, 1},
          figure{5, 7, 2, 3, 1, 1}, figure{5, 2, 0, 3, 2, 1}, figure{5, 3, 1, 3, 2, 1},
          figure{6, 3, 1, 3, 2, 1}, figure{7, 3, 0, 3, 1, 2}}) {
        std::vector<exact> values;
        for (index_t t = 0; t < k; ++t) values.emplace_back(t * t + 1);
        const linear_map a = strided(sequence(values), i, p, s, d);
        CHECK(a.rows() == o);
        CHECK(a.T().rows() == i);
        const auto m = matrix<double>(a);
        for (index_t n = 0; n < o; ++n) {
            for (index_t j = 0; j < i; ++j) {
                // Output n reads input s·n + d·t − p with tap t.
                const index_t t = j + p - s * n;
                const bool read = t >= 0 && t % d == 0 && t / d < k;
                CHECK(m(n, j) == (read ? double(t / d * (t / d) + 1) : 0));
            }
        }
    }
}

TEST_CASE("worked example: transposed convolutions that double the size exactly") {
    struct layer {
        index_t k, p, op;
    };
    for (const auto& [k, p, more] :
         {layer{2, 0, 0}, layer{3, 1, 1}, layer{4, 1, 0}, layer{5, 2, 1}, layer{6, 2, 0}}) {
        for (index_t n = 1; n <= 6; ++n) {
            CHECK(2 * (n - 1) - 2 * p + k + more == 2 * n);
            const sequence q = sequence(std::vector<exact>(static_cast<std::size_t>(k), 1));
            const linear_map forward = strided(q, 2 * n, p, 2);
            CHECK(forward.rows() == n);
            CHECK(matrix<double>(forward.T()) ==
                  matrix<double>((conv(q) * up(2)).on(n, {p, 2 * n})));
        }
    }
}
