// Signals into the lanes of vectors and back: a transposition in blocks that a 128-bit part holds.
// A part takes four floats (two doubles) of one signal; n signals, n values to a part, are
// transposed among themselves, in all parts of a vector at once: part i holds signals n·i …
// n·i+n−1. On the way back the parts of vectors are transposed too, so that each signal is written
// in whole vectors; parts that are read apart join at less cost.
#pragma once

#include <immintrin.h>

#include <algorithm>

#include "kernels/kernels.hpp"
#include "kernels/past_caches.hpp"

namespace noble::kernels {

/// into_lanes and out_of_lanes of words reals to a value, on vectors of Registers::parts parts:
/// `load(p, d)` reads part i at p + i·d, `store` writes it back; `exchange` swaps part j of
/// vector i with part i of vector j; the others interleave the words or the 64-bit halves of two
/// vectors within each part (unpack).
template <class Registers, int words>
struct lane_mover {
    using real = typename Registers::real;
    using vector = typename Registers::vector;
    static constexpr index_t part = 16 / sizeof(real);  ///< reals in a part
    static constexpr index_t width = part * Registers::parts;
    static constexpr index_t n = part / words;  ///< values in a part: n signals are transposed

    static void in(const real* from, index_t distance, index_t length, real* to) {
        index_t m = 0;
        for (; m + n <= length; m += n) {
            vector rows[n];
            for (index_t q = 0; q < n; ++q) {
                rows[q] = Registers::load(from + m * words + q * distance, n * distance);
            }
            transpose(rows);
            for (index_t q = 0; q < n; ++q) Registers::put(to + (m + q) * width, rows[q]);
        }
        for (; m < length; ++m) {
            for (index_t i = 0; i < width; ++i) {
                to[m * width + i] = from[i / words * distance + m * words + i % words];
            }
        }
    }

    static void out(const real* from, index_t distance, index_t length, real* to, store how) {
        // All signals begin alike within a vector, or they cannot be streamed.
        const bool is_streamed = how == store::stream && distance % width == 0;
        const index_t head = is_streamed ? reals_to_boundary<vector>(to) / words : 0;
        index_t m = 0;
        for (; m < std::min(head, length); ++m) out_of_one(from, distance, m, to);
        if (is_streamed) {
            for (; m + signals <= length; m += signals) {
                square_out<true>(from + m * width, distance, to + m * words);
            }
            end_of_streams();
        } else {
            for (; m + signals <= length; m += signals) {
                square_out<false>(from + m * width, distance, to + m * words);
            }
        }
        for (; m + n <= length; m += n) {
            vector rows[n];
            for (index_t q = 0; q < n; ++q) rows[q] = Registers::get(from + (m + q) * width);
            transpose(rows);
            for (index_t q = 0; q < n; ++q) {
                Registers::store(to + m * words + q * distance, n * distance, rows[q]);
            }
        }
        for (; m < length; ++m) out_of_one(from, distance, m, to);
    }

 private:
    static constexpr index_t signals = width / words;

    static void out_of_one(const real* from, index_t distance, index_t m, real* to) {
        for (index_t i = 0; i < width; ++i) {
            to[i / words * distance + m * words + i % words] = from[m * width + i];
        }
    }

    // As many values of every signal as there are signals; rows g hold the values n·g … n·g+n−1.
    template <bool is_streamed>
    [[gnu::always_inline]] static void square_out(const real* from, index_t distance, real* to) {
        vector rows[Registers::parts][n];
#pragma GCC unroll 4
        for (index_t g = 0; g < Registers::parts; ++g) {
#pragma GCC unroll 4
            for (index_t q = 0; q < n; ++q) rows[g][q] = Registers::get(from + (n * g + q) * width);
            transpose(rows[g]);
        }
#pragma GCC unroll 4
        for (index_t q = 0; q < n; ++q) {
            vector line[Registers::parts];
#pragma GCC unroll 4
            for (index_t g = 0; g < Registers::parts; ++g) line[g] = rows[g][q];
            Registers::exchange(line);
#pragma GCC unroll 4
            for (index_t i = 0; i < Registers::parts; ++i) {
                real* const place = to + (n * i + q) * distance;
                if constexpr (is_streamed) {
                    stream(place, line[i]);
                } else {
                    Registers::put(place, line[i]);
                }
            }
        }
    }

    // n × n values, in every part at once.
    [[gnu::always_inline]] static void transpose(vector (&rows)[n]) {
        if constexpr (n == 2) {
            const vector first = rows[0];
            rows[0] = Registers::low_halves(first, rows[1]);
            rows[1] = Registers::high_halves(first, rows[1]);
        } else if constexpr (n == 4) {
            const vector a = Registers::low_words(rows[0], rows[1]);
            const vector b = Registers::high_words(rows[0], rows[1]);
            const vector c = Registers::low_words(rows[2], rows[3]);
            const vector d = Registers::high_words(rows[2], rows[3]);
            rows[0] = Registers::low_halves(a, c);
            rows[1] = Registers::high_halves(a, c);
            rows[2] = Registers::low_halves(b, d);
            rows[3] = Registers::high_halves(b, d);
        }
    }
};

template <class Registers>
void into_lanes(const typename Registers::real* from, index_t distance, index_t words,
                index_t length, typename Registers::real* to) {
    if (words == 1) return lane_mover<Registers, 1>::in(from, distance, length, to);
    lane_mover<Registers, 2>::in(from, distance, length, to);
}

template <class Registers>
void out_of_lanes(const typename Registers::real* from, index_t distance, index_t words,
                  index_t length, typename Registers::real* to, store how) {
    if (words == 1) return lane_mover<Registers, 1>::out(from, distance, length, to, how);
    lane_mover<Registers, 2>::out(from, distance, length, to, how);
}

/// A square of as many vectors as a vector has reals.
template <class Registers>
struct turn {
    using real = typename Registers::real;
    static void square(const real* from, real* to) {
        constexpr index_t width = lane_mover<Registers, 1>::width;
        lane_mover<Registers, 1>::in(from, width, width, to);
    }
};

}  // namespace noble::kernels
