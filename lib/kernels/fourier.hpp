// Fourier transforms of F = J·W points, W to a vector, real and imaginary parts apart. Between
// forward() and inverse() the frequencies lie in an order of their own, so that nothing is ever
// reordered: convolutions need none.
//
// Sample n = W·j + l is in vector j, lane l; with k = k₁ + J·k₂
//
//     X[k] = Σ_l ω_W^{l·k₂}·ω_F^{l·k₁} Σ_j ω_J^{j·k₁}·x[W·j + l],   ω_N = exp(−2πi/N):
//
// transforms of J vectors, lane by lane; a product with the roots ω_F^{l·k₁}; and for every W
// neighbouring k₁, turned into lanes, a transform of W vectors. (J. W. Cooley and J. W. Tukey, An
// algorithm for the machine calculation of complex Fourier series, Math. Comp. 19, 1965.)
#pragma once

#include "kernels/kernels.hpp"

namespace noble::kernels {

template <class Vector>
struct complex_vector {
    Vector re;
    Vector im;
};

template <class Vector>
[[gnu::always_inline]] inline complex_vector<Vector> operator+(const complex_vector<Vector>& a,
                                                               const complex_vector<Vector>& b) {
    return {a.re + b.re, a.im + b.im};
}

template <class Vector>
[[gnu::always_inline]] inline complex_vector<Vector> operator-(const complex_vector<Vector>& a,
                                                               const complex_vector<Vector>& b) {
    return {a.re - b.re, a.im - b.im};
}

template <class Vector>
[[gnu::always_inline]] inline complex_vector<Vector> operator*(const complex_vector<Vector>& a,
                                                               const complex_vector<Vector>& b) {
    return {fms(a.re, b.re, a.im * b.im), fma(a.re, b.im, a.im * b.re)};
}

/// a·conj(b)
template <class Vector>
[[gnu::always_inline]] inline complex_vector<Vector> times_conjugate(
    const complex_vector<Vector>& a, const complex_vector<Vector>& b) {
    return {fma(a.re, b.re, a.im * b.im), fms(a.im, b.re, a.re * b.im)};
}

/// −i·a and i·a
template <class Vector>
[[gnu::always_inline]] inline complex_vector<Vector> turned_back(const complex_vector<Vector>& a) {
    return {a.im, -a.re};
}
template <class Vector>
[[gnu::always_inline]] inline complex_vector<Vector> turned(const complex_vector<Vector>& a) {
    return {-a.im, a.re};
}

template <class Vector>
[[gnu::always_inline]] inline complex_vector<Vector> load(const typename Vector::value_type* re,
                                                          const typename Vector::value_type* im) {
    return {Vector::load_unaligned(re), Vector::load_unaligned(im)};
}

/// Vectors of a transform: the i-th at re + W·i and im + W·i.
template <class Vector>
struct columns {
    using real = typename Vector::value_type;
    static constexpr auto width = static_cast<index_t>(Vector::size);

    real* re;
    real* im;

    [[gnu::always_inline]] complex_vector<Vector> get(index_t i) const {
        return load<Vector>(re + width * i, im + width * i);
    }
    [[gnu::always_inline]] void put(index_t i, const complex_vector<Vector>& v) const {
        v.re.store_unaligned(re + width * i);
        v.im.store_unaligned(im + width * i);
    }
    [[nodiscard]] columns from(index_t i) const { return {re + width * i, im + width * i}; }
};

template <class Vector>
[[gnu::always_inline]] inline complex_vector<Vector> root(const typename Vector::value_type* at) {
    return {Vector::broadcast(at[0]), Vector::broadcast(at[1])};
}

/// x[r·n/4 + i] = ω_n^{r·i} Σ_s (−i)^{r·s}·x[s·n/4 + i]: what is left are four transforms of n/4
/// vectors, of the frequencies k ≡ r (mod 4). `roots` holds ω_n^i, ω_n^{2i}, ω_n^{3i} for each i.
template <class Vector>
void split_in_four(const columns<Vector>& x, index_t n, const typename Vector::value_type* roots) {
    const index_t q = n / 4;
    for (index_t i = 0; i < q; ++i, roots += 6) {
        const auto a = x.get(i);
        const auto b = x.get(i + q);
        const auto c = x.get(i + 2 * q);
        const auto d = x.get(i + 3 * q);
        const auto even = a + c;
        const auto odd = b + d;
        const auto left = a - c;
        const auto right = turned_back(b - d);
        x.put(i, even + odd);
        x.put(i + q, (left + right) * root<Vector>(roots));
        x.put(i + 2 * q, (even - odd) * root<Vector>(roots + 2));
        x.put(i + 3 * q, (left - right) * root<Vector>(roots + 4));
    }
}

/// Its inverse, four times as large.
template <class Vector>
void join_four(const columns<Vector>& x, index_t n, const typename Vector::value_type* roots) {
    const index_t q = n / 4;
    for (index_t i = 0; i < q; ++i, roots += 6) {
        const auto a = x.get(i);
        const auto b = times_conjugate(x.get(i + q), root<Vector>(roots));
        const auto c = times_conjugate(x.get(i + 2 * q), root<Vector>(roots + 2));
        const auto d = times_conjugate(x.get(i + 3 * q), root<Vector>(roots + 4));
        const auto even = a + c;
        const auto odd = b + d;
        const auto left = a - c;
        const auto right = turned(b - d);
        x.put(i, even + odd);
        x.put(i + q, left + right);
        x.put(i + 2 * q, even - odd);
        x.put(i + 3 * q, left - right);
    }
}

template <class Vector>
void transform_pair(const columns<Vector>& x) {
    const auto a = x.get(0);
    const auto b = x.get(1);
    x.put(0, a + b);
    x.put(1, a - b);
}

/// −i or, on the way back, i times a.
template <bool back, class Vector>
[[gnu::always_inline]] inline complex_vector<Vector> quarter_turn(const complex_vector<Vector>& a) {
    return back ? turned(a) : turned_back(a);
}

/// exp(∓πi/4)·a = √½·(a + (∓i)·a)
template <bool back, class Vector>
[[gnu::always_inline]] inline complex_vector<Vector> eighth_turn(const complex_vector<Vector>& a) {
    using real = typename Vector::value_type;
    const auto root = Vector::broadcast(static_cast<real>(0.70710678118654752440));
    const auto sum = a + quarter_turn<back>(a);
    return {root * sum.re, root * sum.im};
}

/// Σ_s (∓i)^{r·s}·v[s] for r = 0, 1, 2, 3, in place.
template <bool back, class Vector>
[[gnu::always_inline]] inline void fourfold(complex_vector<Vector> (&v)[4]) {
    const auto even = v[0] + v[2];
    const auto odd = v[1] + v[3];
    const auto left = v[0] - v[2];
    const auto right = quarter_turn<back>(v[1] - v[3]);
    v[0] = even + odd;
    v[1] = left + right;
    v[2] = even - odd;
    v[3] = left - right;
}

/// Four vectors, all roots of which are 1.
template <bool back, class Vector>
[[gnu::always_inline]] inline void transform_four(const columns<Vector>& x) {
    complex_vector<Vector> v[4] = {x.get(0), x.get(1), x.get(2), x.get(3)};
    fourfold<back>(v);
    for (index_t r = 0; r < 4; ++r) x.put(r, v[r]);
}

/// Eight vectors: split_in_four and four pairs, without a way to memory between them; and back.
template <class Vector>
[[gnu::always_inline]] inline void transform_eight(const columns<Vector>& x) {
    complex_vector<Vector> a[4] = {x.get(0), x.get(2), x.get(4), x.get(6)};
    complex_vector<Vector> b[4] = {x.get(1), x.get(3), x.get(5), x.get(7)};
    fourfold<false>(a);
    fourfold<false>(b);
    b[1] = eighth_turn<false>(b[1]);
    b[2] = quarter_turn<false>(b[2]);
    b[3] = eighth_turn<false>(quarter_turn<false>(b[3]));
    for (index_t r = 0; r < 4; ++r) {
        x.put(2 * r, a[r] + b[r]);
        x.put(2 * r + 1, a[r] - b[r]);
    }
}

template <class Vector>
[[gnu::always_inline]] inline void transform_eight_back(const columns<Vector>& x) {
    complex_vector<Vector> a[4];
    complex_vector<Vector> b[4];
    for (index_t r = 0; r < 4; ++r) {
        a[r] = x.get(2 * r) + x.get(2 * r + 1);
        b[r] = x.get(2 * r) - x.get(2 * r + 1);
    }
    b[1] = eighth_turn<true>(b[1]);
    b[2] = quarter_turn<true>(b[2]);
    b[3] = eighth_turn<true>(quarter_turn<true>(b[3]));
    fourfold<true>(a);
    fourfold<true>(b);
    for (index_t r = 0; r < 4; ++r) {
        x.put(2 * r, a[r]);
        x.put(2 * r + 1, b[r]);
    }
}

/// The transform of n vectors, n a power of two, depth first: what is transformed next is still in
/// the nearest cache. `roots` are those of n, then of n/4, n/16, …, as long as they exceed 8.
template <class Vector>
void transform_columns(const columns<Vector>& x, index_t n,
                       const typename Vector::value_type* roots) {
    if (n < 2) return;
    if (n == 2) return transform_pair(x);
    if (n == 4) return transform_four<false>(x);
    if (n == 8) return transform_eight(x);
    split_in_four(x, n, roots);
    const index_t q = n / 4;
    for (index_t r = 0; r < 4; ++r) transform_columns(x.from(r * q), q, roots + 6 * q);
}

template <class Vector>
void transform_columns_back(const columns<Vector>& x, index_t n,
                            const typename Vector::value_type* roots) {
    if (n < 2) return;
    if (n == 2) return transform_pair(x);
    if (n == 4) return transform_four<true>(x);
    if (n == 8) return transform_eight_back(x);
    const index_t q = n / 4;
    for (index_t r = 0; r < 4; ++r) transform_columns_back(x.from(r * q), q, roots + 6 * q);
    join_four(x, n, roots);
}

/// A square of W vectors: `Turn::square(from, to)` makes rows of columns.
template <class Vector>
struct square {
    static constexpr auto width = static_cast<index_t>(Vector::size);
    alignas(64) typename Vector::value_type re[width * width];
    alignas(64) typename Vector::value_type im[width * width];
    [[nodiscard]] columns<Vector> view() { return {re, im}; }
};

/// ω_F^{l·k₁} of the vector that holds k₁.
template <class Vector>
[[gnu::always_inline]] inline complex_vector<Vector> between(
    const fourier_roots<typename Vector::value_type>& roots, index_t i) {
    constexpr auto width = static_cast<index_t>(Vector::size);
    return load<Vector>(roots.between_re + width * i, roots.between_im + width * i);
}

template <class Vector, class Turn>
void forward(const fourier_roots<typename Vector::value_type>& roots,
             typename Vector::value_type* re, typename Vector::value_type* im) {
    constexpr auto width = static_cast<index_t>(Vector::size);
    const columns<Vector> x{re, im};
    const index_t n = roots.points / width;
    transform_columns(x, n, roots.of_columns);
    square<Vector> turned;  // NOLINT(cppcoreguidelines-pro-type-member-init): written before read
    for (index_t j = 0; j < n; j += width) {
        const auto here = x.from(j);
        for (index_t i = 0; i < width; ++i)
            here.put(i, here.get(i) * between<Vector>(roots, j + i));
        Turn::square(here.re, turned.re);
        Turn::square(here.im, turned.im);
        transform_columns(turned.view(), width, roots.of_lanes);
        for (index_t i = 0; i < width; ++i) here.put(i, turned.view().get(i));
    }
}

/// F times the inverse.
template <class Vector, class Turn>
void inverse(const fourier_roots<typename Vector::value_type>& roots,
             typename Vector::value_type* re, typename Vector::value_type* im) {
    constexpr auto width = static_cast<index_t>(Vector::size);
    const columns<Vector> x{re, im};
    const index_t n = roots.points / width;
    square<Vector> turned;  // NOLINT(cppcoreguidelines-pro-type-member-init): written before read
    for (index_t j = 0; j < n; j += width) {
        const auto here = x.from(j);
        transform_columns_back(here, width, roots.of_lanes);
        Turn::square(here.re, turned.re);
        Turn::square(here.im, turned.im);
        for (index_t i = 0; i < width; ++i) {
            here.put(i, times_conjugate(turned.view().get(i), between<Vector>(roots, j + i)));
        }
    }
    transform_columns_back(x, n, roots.of_columns);
}

/// y = x·g (or x·conj(g)) or y + x·g, `count` complex values (a multiple of the width).
template <class Vector, bool conjugate>
void multiply(const split<const typename Vector::value_type>& x,
              const split<const typename Vector::value_type>& g,
              const split<typename Vector::value_type>& y, index_t count, store how) {
    constexpr auto width = static_cast<index_t>(Vector::size);
    const columns<Vector> to{y.re, y.im};
    for (index_t i = 0; i < count / width; ++i) {
        const auto a = load<Vector>(x.re + width * i, x.im + width * i);
        const auto b = load<Vector>(g.re + width * i, g.im + width * i);
        const auto product = conjugate ? times_conjugate(a, b) : a * b;
        to.put(i, how == store::add ? to.get(i) + product : product);
    }
}

}  // namespace noble::kernels
