// What an overlap-save convolution does beside its transforms: products of spectra, and whether a
// block is fit to be transformed.
#pragma once

#include "engine/kernels/kernels.hpp"

namespace noble::kernels {

template <class Real>
[[gnu::always_inline]] inline void multiply_one(const Real* x, const Real* g, Real* y, store how) {
    const Real re = x[0] * g[0] - x[1] * g[1];
    const Real im = x[1] * g[0] + x[0] * g[1];
    y[0] = how == store::add ? y[0] + re : re;
    y[1] = how == store::add ? y[1] + im : im;
}

/// Registers::times multiplies complex values pair by pair, Registers::plus adds.
template <class Registers>
void multiply(const typename Registers::real* x, const typename Registers::real* g,
              typename Registers::real* y, index_t count, store how) {
    constexpr index_t width = Registers::parts * 16 / sizeof(typename Registers::real);
    const index_t reals = 2 * count;
    index_t i = 0;
    for (; i + width <= reals; i += width) {
        auto product = Registers::times(Registers::get(x + i), Registers::get(g + i));
        if (how == store::add) product = Registers::plus(Registers::get(y + i), product);
        Registers::put(y + i, product);
    }
    for (; i < reals; i += 2) multiply_one(x + i, g + i, y + i, how);
}

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

}  // namespace noble::kernels
