// SSE2: every x86-64 has it. No fused multiply-add: products round before they are added.
#pragma once

#include <xsimd/xsimd.hpp>

#include "kernels/kernels.hpp"

namespace noble::kernels {
namespace for_sse2 {

using architecture = xsimd::sse2;

/// Vectors of sums at a time, at most.
inline constexpr int most_sums = 8;

struct floats {
    using real = float;
    using vector = __m128;
    static constexpr index_t parts = 1;
    static vector load(const float* p, index_t /*distance*/) { return _mm_loadu_ps(p); }
    static void store(float* p, index_t /*distance*/, vector v) { _mm_storeu_ps(p, v); }
    static vector get(const float* p) { return _mm_loadu_ps(p); }
    static void put(float* p, vector v) { _mm_storeu_ps(p, v); }
    static void exchange(vector (&)[parts]) {}
    // There is no shuffle by places that are not known beforehand.
    using places = const std::int32_t*;
    static places places_of(const std::int32_t* p) { return p; }
    static vector pick(const float* x, places p) {
        return _mm_setr_ps(x[p[0]], x[p[1]], x[p[2]], x[p[3]]);
    }
    static vector pick_far(const float* x, places p) { return pick(x, p); }
    static vector low_words(vector a, vector b) { return _mm_unpacklo_ps(a, b); }
    static vector high_words(vector a, vector b) { return _mm_unpackhi_ps(a, b); }
    static vector low_halves(vector a, vector b) { return _mm_movelh_ps(a, b); }
    static vector high_halves(vector a, vector b) { return _mm_movehl_ps(b, a); }
};

struct doubles {
    using real = double;
    using vector = __m128d;
    static constexpr index_t parts = 1;
    static vector load(const double* p, index_t /*distance*/) { return _mm_loadu_pd(p); }
    static void store(double* p, index_t /*distance*/, vector v) { _mm_storeu_pd(p, v); }
    static vector get(const double* p) { return _mm_loadu_pd(p); }
    static void put(double* p, vector v) { _mm_storeu_pd(p, v); }
    static void exchange(vector (&)[parts]) {}
    using places = const std::int32_t*;
    static places places_of(const std::int32_t* p) { return p; }
    static vector pick(const double* x, places p) { return _mm_setr_pd(x[p[0]], x[p[1]]); }
    static vector pick_far(const double* x, places p) { return pick(x, p); }
    static vector low_halves(vector a, vector b) { return _mm_unpacklo_pd(a, b); }
    static vector high_halves(vector a, vector b) { return _mm_unpackhi_pd(a, b); }
};

}  // namespace for_sse2

/// The registers that a family is compiled for.
namespace set = for_sse2;

}  // namespace noble::kernels
