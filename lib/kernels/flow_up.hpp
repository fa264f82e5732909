// ↑L without its zeros, L = 2, 3, 4 or 8: the L phases of outputs read the same inputs, so that L·R
// products need R loads and L broadcasts, and leave interleaved, in order.
#pragma once

#include <utility>

#include "kernels/two_way.hpp"

namespace noble::kernels {

/// Element place(e) of a and b, one after the other, for each e.
template <class Place, class Vector, std::size_t... e>
[[gnu::always_inline]] inline Vector pick_elements(const Vector& a, const Vector& b,
                                                   std::index_sequence<e...>) {
    return __builtin_shufflevector(a.data, b.data, Place::at(static_cast<int>(e))...);
}

// a[h], b[h], a[h + 1], b[h + 1], … from the first or the second half on.
template <int width, int half>
struct by_turns {
    static constexpr int at(int e) { return e % 2 * width + half * width / 2 + e / 2; }
};

// Of three interleaved vectors' elements n = width·q + e, number n/3 of vector n mod 3: the first
// two into one, then this and the third.
template <int width, int q>
struct first_two {
    static constexpr int at(int e) {
        const int n = width * q + e;
        return n % 3 % 2 * width + n / 3;
    }
};
template <int width, int q>
struct with_third {
    static constexpr int at(int e) {
        const int n = width * q + e;
        return n % 3 == 2 ? width + n / 3 : e;
    }
};

/// v[0][0], v[1][0], …, v[L−1][0], v[0][1], …: L vectors.
template <class Vector, int L>
[[gnu::always_inline]] inline void interleave_phases(Vector (&v)[L]) {
    constexpr int width = static_cast<int>(Vector::size);
    constexpr auto all = std::make_index_sequence<Vector::size>{};
    if constexpr (L == 3) {
        const Vector in[L] = {v[0], v[1], v[2]};
        const auto row = [&]<int q>(std::integral_constant<int, q>) __attribute__((always_inline)) {
            const auto two = pick_elements<first_two<width, q>>(in[0], in[1], all);
            v[q] = pick_elements<with_third<width, q>>(two, in[2], all);
        };
        row(std::integral_constant<int, 0>{});
        row(std::integral_constant<int, 1>{});
        row(std::integral_constant<int, 2>{});
    } else if constexpr (L > 1) {
        // The even phases and the odd ones, then one of each by turns.
        Vector even[L / 2];
        Vector odd[L / 2];
#pragma GCC unroll 4
        for (int r = 0; r < L / 2; ++r) {
            even[r] = v[2 * r];
            odd[r] = v[2 * r + 1];
        }
        interleave_phases<Vector, L / 2>(even);
        interleave_phases<Vector, L / 2>(odd);
#pragma GCC unroll 4
        for (int r = 0; r < L / 2; ++r) {
            v[2 * r] = pick_elements<by_turns<width, 0>>(even[r], odd[r], all);
            v[2 * r + 1] = pick_elements<by_turns<width, 1>>(even[r], odd[r], all);
        }
    }
}

template <class Vector, int L, int R>
[[gnu::always_inline]] inline void up_sums(Vector (&sum)[R][L],
                                           const phase_taps<typename Vector::value_type>& of,
                                           const typename Vector::value_type* x) {
    constexpr auto width = static_cast<index_t>(Vector::size);
#pragma GCC unroll 8
    for (int i = 0; i < R; ++i) {
#pragma GCC unroll 8
        for (int r = 0; r < L; ++r) sum[i][r] = Vector(0);
    }
    const auto* taps = of.taps;
    for (index_t g = 0; g < of.shared; ++g, taps += L) {
        Vector in[R];
#pragma GCC unroll 8
        for (int i = 0; i < R; ++i) {
            in[i] = Vector::load_unaligned(x + of.offsets[g] + width * i);
            keep_in_register(in[i]);
        }
#pragma GCC unroll 8
        for (int r = 0; r < L; ++r) {
            auto tap = Vector::broadcast(taps[r]);
            if constexpr (R > 1) keep_in_register(tap);
#pragma GCC unroll 8
            for (int i = 0; i < R; ++i) sum[i][r] = fma(tap, in[i], sum[i][r]);
        }
    }
#pragma GCC unroll 8
    for (int r = 0; r < L; ++r) {
        const auto& others = of.others[r];
        for (index_t g = 0; g < others.counts[2]; ++g) {
            const auto tap = Vector::broadcast(others.taps[g]);
            const auto* from = x + others.offsets[g];
#pragma GCC unroll 8
            for (int i = 0; i < R; ++i) {
                sum[i][r] = fma(tap, Vector::load_unaligned(from + width * i), sum[i][r]);
            }
        }
    }
}

template <class Vector, int L, int R>
[[gnu::always_inline]] inline void up_block(const phase_taps<typename Vector::value_type>& of,
                                            const typename Vector::value_type* x,
                                            typename Vector::value_type* y, store how) {
    constexpr auto width = static_cast<index_t>(Vector::size);
    Vector sum[R][L];
    up_sums<Vector, L, R>(sum, of, x);
#pragma GCC unroll 8
    for (int i = 0; i < R; ++i) {
        interleave_phases<Vector, L>(sum[i]);
#pragma GCC unroll 8
        for (int r = 0; r < L; ++r) {
            put(y + width * (L * i + r), sum[i][r], how);
        }
    }
}

/// Of one vector of inputs' outputs the last `count` inputs' (`from` … width).
template <class Vector, int L>
void up_partial(const phase_taps<typename Vector::value_type>& of,
                const typename Vector::value_type* x, typename Vector::value_type* y, index_t from,
                index_t count, store how) {
    typename Vector::value_type outputs[L * Vector::size];
    up_block<Vector, L, 1>(of, x, outputs, store::replace);
    put_some(outputs + L * from, L * count, y, how);
}

/// The least i for which y + L·i is where a vector of memory begins; −1 if there is none.
template <class Vector, int L>
index_t up_head(const typename Vector::value_type* y) {
    constexpr auto width = static_cast<index_t>(Vector::size);
    for (index_t i = 0; i < width; ++i) {
        if (reals_to_boundary<typename Vector::register_type>(y + L * i) == 0) return i;
    }
    return -1;
}

template <class Vector, int L, int R>
void flow_phases(const phase_taps<typename Vector::value_type>& of,
                 const typename Vector::value_type* x, typename Vector::value_type* y,
                 index_t count, store how) {
    constexpr auto width = static_cast<index_t>(Vector::size);
    const index_t head = how == store::stream ? up_head<Vector, L>(y) : 0;
    if (how == store::stream && (head < 0 || count < head + width)) how = store::replace;
    if (how == store::stream && head > 0) {
        up_partial<Vector, L>(of, x, y, 0, head, how);
        x += head, y += L * head, count -= head;
    }
    in_blocks<R>(
        count / width, [&](auto r, index_t i) __attribute__((always_inline)) {
            if (how == store::stream) fetch_ahead(x + width * i, r() * width);
            up_block<Vector, L, r()>(of, x + width * i, y + L * width * i, how);
        });
    if (how == store::stream) end_of_streams();
    const index_t rest = count % width;
    const index_t done = count - rest;
    if (rest == 0) return;
    if (done == 0) return up_partial<Vector, L>(of, x, y, 0, rest, how);
    up_partial<Vector, L>(of, x + count - width, y + L * done, width - rest, rest, how);
}

/// table::flow_up with at most `most` sums at a time.
template <class Vector, int most>
void flow_up(const phase_taps<typename Vector::value_type>& of,
             const typename Vector::value_type* x, typename Vector::value_type* y, index_t count,
             store how) {
    switch (of.phases) {
        case 2:
            return flow_phases<Vector, 2, most / 2>(of, x, y, count, how);
        case 3:
            return flow_phases<Vector, 3, most / 4>(of, x, y, count, how);
        case 4:
            return flow_phases<Vector, 4, most / 4>(of, x, y, count, how);
        case 8:
            return flow_phases<Vector, 8, most / 8>(of, x, y, count, how);
        default:
            return;
    }
}

}  // namespace noble::kernels
