// The kernels' room: what each instruction set offers, as a table of functions on one real type.
// Complex data are pairs of reals; a complex tap is two real ones (engine/taps/tap_program.hpp).
//
// One object file per instruction set defines its tables; nothing else in them has a name outside
// that another could share, so that no code built for a newer processor is linked in the place of
// common code: a kernel whose types do not tell has the vector among its template's parameters, and
// what has none is inlined always.
#pragma once

#include <array>
#include <cstdint>

namespace noble::kernels {

using index_t = std::int64_t;

/// A sum Σ c·x[unit·o] as the kernels read it: groups of 4, then of 2, then single taps. A group of
/// P holds the taps at o, o + s, …, o + (P−1)·s, where s is the distance by which the inputs of
/// neighbouring vectors of outputs differ: their loads are shared (shared loads: R·P products for
/// R + P − 1 loads). The order of the groups is the order of summation of every output.
template <class Real>
struct tap_groups {
    std::array<index_t, 3> counts{};   ///< of groups of 4, 2 and 1 taps
    const index_t* offsets = nullptr;  ///< o of each group
    const Real* taps = nullptr;        ///< 4, 2, 1 to a group
};

/// The sums Σ c·x[i + o] of several phases r of outputs as the kernels read them: first offsets at
/// which every phase has a tap, so that these share a load, then what else each has. That is the
/// order of summation.
template <class Real>
struct phase_taps {
    index_t phases = 0;
    index_t shared = 0;
    const index_t* offsets = nullptr;          ///< of the shared taps
    const Real* taps = nullptr;                ///< `phases` to an offset
    const tap_groups<Real>* others = nullptr;  ///< single taps of each phase
};

/// The sums of neighbouring outputs that read neighbouring inputs, one to an element e of a vector:
/// Σ_t c_t[e]·x[t + place[e]] for the steps t = 0, 1, …, which is the order of summation.
template <class Real>
struct neighbour_taps {
    index_t steps = 0;
    const Real* taps = nullptr;            ///< a vector to each step
    const Real* has_tap = nullptr;         ///< likewise, all bits of an element or none; null: all
    const std::int32_t* places = nullptr;  ///< of a vector's elements, 0 ≤ place < 2·width
    index_t last_place = 0;                ///< the greatest
    index_t outputs = 0;                   ///< elements that are wanted, the first ones
};

/// What a function does with the y that is there. `stream` replaces it past the caches, which saves
/// reading it first: for outputs that the caches could not hold until they are read.
enum class store { replace, add, stream };

/// The distance between neighbours, in reals: of taps, of outputs' inputs, and of outputs.
struct strides {
    index_t unit = 1;  ///< from x[m] to x[m + 1]
    index_t in = 1;    ///< from an output's inputs to the next one's: M·unit
    index_t out = 1;   ///< from an output to the next
};

/// Memory that is read soon, to be fetched meanwhile.
struct wanted_soon {
    const void* from = nullptr;
    index_t bytes = 0;
};

/// Complex values, their parts apart.
template <class Real>
struct split {
    Real* re = nullptr;
    Real* im = nullptr;
};

/// The roots of unity of a transform of `points` points on vectors of one width (fourier.hpp).
template <class Real>
struct fourier_roots {
    index_t points = 0;
    const Real* of_columns = nullptr;  ///< of points/width, then of a quarter of that, …
    const Real* of_lanes = nullptr;    ///< of width, then of a quarter of that, …
    const Real* between_re = nullptr;
    const Real* between_im = nullptr;
};

/// What a conversion to integers has met on its way.
struct pcm_counts {
    index_t clipped = 0;  ///< values beyond full scale, saturated
    index_t nan = 0;      ///< what is stored for them means nothing
};

/// All functions of one instruction set for vectors of `width` reals. A "lane" is a signal of its
/// own: `width` neighbouring reals that never meet.
template <class Real>
struct table {
    index_t width = 1;

    /// y[i] = Σ c·x[i + unit·o], 0 ≤ i < count; groups s = width/unit apart. For count < width
    /// it reads `width` reals at each tap all the same.
    void (*flow)(const tap_groups<Real>& taps, const Real* x, index_t unit, Real* y, index_t count,
                 store how) = nullptr;

    /// y[L·i + r] = Σ c·x[i + o], 0 ≤ i < count, for the taps of each of L phases r: L = 2, 3, 4 or
    /// 8. For count < width it reads as flow does.
    void (*flow_up)(const phase_taps<Real>& taps, const Real* x, Real* y, index_t count,
                    store how) = nullptr;

    /// y[out·j + e] = the sums of x + in·j, steps `unit` apart, 0 ≤ j < count, 0 ≤ e < outputs. It
    /// reads 2·width reals at each step. y that is to be streamed lies in whole vectors.
    void (*neighbours)(const neighbour_taps<Real>& taps, const Real* x, Real* y, strides by,
                       index_t count, store how) = nullptr;

    /// One vector of lanes for each output: y[out·j + lane] = Σ c·x[in·j + unit·o + lane],
    /// 0 ≤ j < count; groups s = in/unit = M apart.
    void (*lanes)(const tap_groups<Real>& taps, const Real* x, Real* y, strides by, index_t count,
                  store how, wanted_soon soon) = nullptr;

    /// Signals into lanes: to[m·width + l·words + w] = from[l·distance + m·words + w] for `length`
    /// values m of `words` reals (1: real data, 2: complex); and back, by replace or stream.
    void (*into_lanes)(const Real* from, index_t distance, index_t words, index_t length,
                       Real* to) = nullptr;
    void (*out_of_lanes)(const Real* from, index_t distance, index_t words, index_t length,
                         Real* to, store how) = nullptr;

    /// In place, x to its spectrum in an order of its own (transforms/fourier.hpp), and `points`
    /// times back.
    void (*forward)(const fourier_roots<Real>& roots, Real* re, Real* im) = nullptr;
    void (*inverse)(const fourier_roots<Real>& roots, Real* re, Real* im) = nullptr;
    /// y[k] = x[k]·g[k] (replace) or y[k] + x[k]·g[k] (add) for `count` complex values, a multiple
    /// of the width.
    void (*multiply)(const split<const Real>& x, const split<const Real>& g, const split<Real>& y,
                     index_t count, store how) = nullptr;
    /// The same with conj(g[k]).
    void (*multiply_conjugate)(const split<const Real>& x, const split<const Real>& g,
                               const split<Real>& y, index_t count, store how) = nullptr;
    /// y[i] = x[step·i], y[step·i] = x[i], and y[2i], y[2i + 1] = re[i], im[i] for 0 ≤ i < count.
    void (*pick)(const Real* x, index_t step, Real* y, index_t count) = nullptr;
    void (*place)(const Real* x, Real* y, index_t step, index_t count) = nullptr;
    void (*interleave)(const Real* re, const Real* im, Real* y, index_t count) = nullptr;
    /// Σ x[i]², 0 ≤ i < count; not finite where an x is not.
    Real (*energy)(const Real* x, index_t count) = nullptr;

    /// y[i] = x[i]·2^(bits−1) to nearest, ties to even, saturated, and left-justified in y. All
    /// instruction sets give the same.
    pcm_counts (*to_int16)(const Real* x, index_t count, std::int16_t* y) = nullptr;
    pcm_counts (*to_int32)(const Real* x, index_t count, int bits, std::int32_t* y) = nullptr;
    /// y[i] = x[i]/2^15
    void (*from_int16)(const std::int16_t* x, index_t count, Real* y) = nullptr;
};

/// The tables of each instruction set; only those of the machine's own may be called.
template <class Real>
const table<Real>& plain();
template <class Real>
const table<Real>& sse2();
template <class Real>
const table<Real>& avx2();
template <class Real>
const table<Real>& avx512();

template <>
const table<float>& plain();
template <>
const table<double>& plain();
template <>
const table<float>& sse2();
template <>
const table<double>& sse2();
template <>
const table<float>& avx2();
template <>
const table<double>& avx2();
template <>
const table<float>& avx512();
template <>
const table<double>& avx512();

}  // namespace noble::kernels
