// What an overlap-save convolution does beside its transforms: whether a block is fit to be
// transformed, and samples that lie apart.
#pragma once

#include "kernels/kernels.hpp"

namespace noble::kernels {

/// In four sums, so that none waits for the one before it.
template <class Vector>
typename Vector::value_type energy(const typename Vector::value_type* x, index_t count) {
    constexpr auto width = static_cast<index_t>(Vector::size);
    Vector sum[4] = {Vector(0), Vector(0), Vector(0), Vector(0)};
    index_t i = 0;
    for (; i + 4 * width <= count; i += 4 * width) {
#pragma GCC unroll 4
        for (int k = 0; k < 4; ++k) {
            const Vector v = Vector::load_unaligned(x + i + width * k);
            sum[k] = fma(v, v, sum[k]);
        }
    }
    typename Vector::value_type parts[Vector::size];
    ((sum[0] + sum[1]) + (sum[2] + sum[3])).store_unaligned(parts);
    typename Vector::value_type total = 0;
    for (const auto part : parts) total += part;
    for (; i < count; ++i) total += x[i] * x[i];
    return total;
}

// Steps known to the compiler become shuffles; 0 stands for any.
template <index_t fixed, class Real>
[[gnu::always_inline]] inline void pick_steps(const Real* x, index_t step, Real* y, index_t count) {
    const index_t by = fixed == 0 ? step : fixed;
    for (index_t i = 0; i < count; ++i) y[i] = x[by * i];
}

template <class Vector, class Real = typename Vector::value_type>
void pick(const Real* x, index_t step, Real* y, index_t count) {
    switch (step) {
        case 1:
            return pick_steps<1>(x, step, y, count);
        case 2:
            return pick_steps<2>(x, step, y, count);
        case 4:
            return pick_steps<4>(x, step, y, count);
        default:
            return pick_steps<0>(x, step, y, count);
    }
}

template <index_t fixed, class Real>
[[gnu::always_inline]] inline void place_steps(const Real* x, Real* y, index_t step,
                                               index_t count) {
    const index_t by = fixed == 0 ? step : fixed;
    for (index_t i = 0; i < count; ++i) y[by * i] = x[i];
}

template <class Vector, class Real = typename Vector::value_type>
void place(const Real* x, Real* y, index_t step, index_t count) {
    if (step == 1) return place_steps<1>(x, y, step, count);
    place_steps<0>(x, y, step, count);
}

template <class Vector, class Real = typename Vector::value_type>
void interleave(const Real* re, const Real* im, Real* y, index_t count) {
    for (index_t i = 0; i < count; ++i) {
        y[2 * i] = re[i];
        y[2 * i + 1] = im[i];
    }
}

}  // namespace noble::kernels
