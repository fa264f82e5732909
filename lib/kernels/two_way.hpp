// The one inner loop of the engine: R vectors of outputs by P taps. Neighbouring vectors of outputs
// and the taps of a group read inputs the same distance apart, so that R·P products need only
// R + P − 1 loads and P broadcasts: one broadcast tap alone would wait for loads that cross cache
// lines.
//
// Vector is an xsimd batch. Included by one source file per instruction set; everything here is
// inlined there.
#pragma once

#include <type_traits>

#include "kernels/kernels.hpp"
#include "kernels/past_caches.hpp"

namespace noble::kernels {

// GCC 12 reads a shared operand anew from memory in each product unless it is kept in a register.
template <class Vector>
[[gnu::always_inline]] inline void keep_in_register(Vector& v) {
    asm("" : "+v"(v.data));
}

template <class Vector, int P>
[[gnu::always_inline]] inline void broadcast(const typename Vector::value_type* taps,
                                             Vector (&tap)[P]) {
#pragma GCC unroll 4
    for (int p = 0; p < P; ++p) {
        tap[p] = Vector::broadcast(taps[p]);
        if constexpr (P > 1) keep_in_register(tap[p]);
    }
}

/// sum[i] += Σ_p tap[p]·x[step·(i + p)], vector by vector.
template <class Vector, int R, int P>
[[gnu::always_inline]] inline void add_group(Vector (&sum)[R], const Vector (&tap)[P],
                                             const typename Vector::value_type* x, index_t step) {
#pragma GCC unroll 32
    for (int k = 0; k < R + P - 1; ++k) {
        auto in = Vector::load_unaligned(x + step * k);
        if constexpr (P > 1) keep_in_register(in);
#pragma GCC unroll 4
        for (int p = 0; p < P; ++p) {
            if (k - p >= 0 && k - p < R) sum[k - p] = fma(tap[p], in, sum[k - p]);
        }
    }
}

template <class Vector, int R, int P>
[[gnu::always_inline]] inline void add_groups(Vector (&sum)[R], index_t count,
                                              const index_t*& offsets,
                                              const typename Vector::value_type*& taps,
                                              const typename Vector::value_type* x, index_t unit,
                                              index_t step, fetcher soon = {}) {
    for (index_t g = 0; g < count; ++g) {
        soon.fetch();
        Vector tap[P];
        broadcast<Vector, P>(taps, tap);
        add_group<Vector, R, P>(sum, tap, x + unit * offsets[g], step);
        taps += P;
    }
    offsets += count;
}

/// R vectors of sums: sum[i] = Σ c·x[unit·o + step·i].
template <class Vector, int R>
[[gnu::always_inline]] inline void sums(Vector (&sum)[R],
                                        const tap_groups<typename Vector::value_type>& groups,
                                        const typename Vector::value_type* x, index_t unit,
                                        index_t step, fetcher soon) {
#pragma GCC unroll 16
    for (int i = 0; i < R; ++i) sum[i] = Vector(0);
    const auto* offsets = groups.offsets;
    const auto* taps = groups.taps;
    add_groups<Vector, R, 4>(sum, groups.counts[0], offsets, taps, x, unit, step, soon);
    add_groups<Vector, R, 2>(sum, groups.counts[1], offsets, taps, x, unit, step);
    add_groups<Vector, R, 1>(sum, groups.counts[2], offsets, taps, x, unit, step);
}

/// One vector of sums to its place.
template <class Vector>
[[gnu::always_inline]] inline void put(typename Vector::value_type* y, const Vector& sum,
                                       store how) {
    if (how == store::stream) return stream(y, sum.data);
    (how == store::add ? sum + Vector::load_unaligned(y) : sum).store_unaligned(y);
}

/// The same of a few sums, one by one.
template <class Real>
static void put_some(const Real* sums, index_t count, Real* y, store how) {
    for (index_t i = 0; i < count; ++i) y[i] = how == store::add ? sums[i] + y[i] : sums[i];
}

/// R vectors of outputs, `out` reals apart. (Inlined: `by` passed in memory would be stored in
/// halves and loaded whole, which waits for the stores.)
template <class Vector, int R>
[[gnu::always_inline]] inline void block(const tap_groups<typename Vector::value_type>& groups,
                                         const typename Vector::value_type* x,
                                         typename Vector::value_type* y, strides by, store how,
                                         fetcher soon = {}) {
    Vector sum[R];
    sums<Vector, R>(sum, groups, x, by.unit, by.in, soon);
#pragma GCC unroll 16
    for (int i = 0; i < R; ++i) put(y + by.out * i, sum[i], how);
}

/// Calls f(std::integral_constant<int, count>, i), 0 ≤ count ≤ most.
template <int most, class F>
[[gnu::always_inline]] inline void in_one_block(index_t count, index_t i, const F& f) {
    if constexpr (most > 0) {
        if (count == most) return f(std::integral_constant<int, most>{}, i);
        in_one_block<most - 1>(count, i, f);
    }
}

/// Calls f(std::integral_constant<int, R>, i) for blocks of most, …, 16, 8 and one of fewer that
/// fill [0, count): a sum waits for itself, and few at a time leave the processor idle.
template <int most, class F>
[[gnu::always_inline]] inline void in_blocks(index_t count, const F& f) {
    index_t i = 0;
    for (; i + most <= count; i += most) f(std::integral_constant<int, most>{}, i);
    if constexpr (most > 8) {
        in_blocks<most / 2>(
            count - i, [&](auto r, index_t at) __attribute__((always_inline)) { f(r, i + at); });
    } else {
        in_one_block<most - 1>(count - i, i, f);
    }
}

/// One vector whose last `count` outputs (`from` … width) are wanted.
template <class Vector>
void partial(const tap_groups<typename Vector::value_type>& groups,
             const typename Vector::value_type* x, typename Vector::value_type* y, index_t unit,
             index_t from, index_t count, store how) {
    typename Vector::value_type outputs[Vector::size];
    block<Vector, 1>(groups, x, outputs, {unit, Vector::size, 0}, store::replace);
    put_some(outputs + from, count, y, how);
}

/// table::flow with at most R vectors at a time.
template <class Vector, int R>
void flow(const tap_groups<typename Vector::value_type>& groups,
          const typename Vector::value_type* x, index_t unit, typename Vector::value_type* y,
          index_t count, store how) {
    constexpr auto width = static_cast<index_t>(Vector::size);
    const index_t head = how == store::stream ? reals_to_boundary<Vector>(y) : 0;
    if (how == store::stream && count < head + width) how = store::replace;
    if (how == store::stream && head > 0) {
        partial<Vector>(groups, x, y, unit, 0, head, how);
        x += head, y += head, count -= head;
    }
    in_blocks<R>(
        count / width, [&](auto r, index_t i) __attribute__((always_inline)) {
            if (how == store::stream) fetch_ahead(x + width * i, r() * width);
            block<Vector, r()>(groups, x + width * i, y + width * i, {unit, width, width}, how);
        });
    if (how == store::stream) end_of_streams();
    const index_t rest = count % width;
    const index_t done = count - rest;
    if (rest == 0) return;
    if (done == 0) return partial<Vector>(groups, x, y, unit, 0, rest, how);
    // The last full vector of inputs, so that nothing beyond them is read.
    partial<Vector>(groups, x + count - width, y + done, unit, width - rest, rest, how);
}

/// table::lanes with at most R outputs at a time.
template <class Vector, int R>
void lanes(const tap_groups<typename Vector::value_type>& groups,
           const typename Vector::value_type* x, typename Vector::value_type* y, strides by,
           index_t count, store how, wanted_soon soon) {
    // A few lines before each group of taps of a block of R: many at once would be waited for.
    const index_t times = count / R * groups.counts[0];
    const index_t step = times == 0 ? 0 : (soon.bytes + times - 1) / times;
    const auto* const from = static_cast<const char*>(soon.from);
    in_blocks<R>(
        count, [&](auto r, index_t j) __attribute__((always_inline)) {
            const fetcher ahead =
                r() == R ? fetcher{from + step * groups.counts[0] * (j / R), step} : fetcher{};
            block<Vector, r()>(groups, x + by.in * j, y + by.out * j, by, how, ahead);
        });
}

}  // namespace noble::kernels
