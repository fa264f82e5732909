// AVX-512 (F, DQ, BW and VL: Skylake servers, Zen 4 and later). 32 registers: R = 16.
#pragma once

#include <xsimd/xsimd.hpp>

#include "kernels/kernels.hpp"

namespace noble::kernels {
namespace for_avx512 {

using architecture = xsimd::avx512f;

/// Vectors of sums at a time, at most.
inline constexpr int most_sums = 16;

struct floats {
    using real = float;
    using vector = __m512;
    static constexpr index_t parts = 4;
    static vector load(const float* p, index_t d) {
        vector v = _mm512_castps128_ps512(_mm_loadu_ps(p));
        v = _mm512_insertf32x4(v, _mm_loadu_ps(p + d), 1);
        v = _mm512_insertf32x4(v, _mm_loadu_ps(p + 2 * d), 2);
        return _mm512_insertf32x4(v, _mm_loadu_ps(p + 3 * d), 3);
    }
    static void store(float* p, index_t d, vector v) {
        _mm_storeu_ps(p, _mm512_castps512_ps128(v));
        _mm_storeu_ps(p + d, _mm512_extractf32x4_ps(v, 1));
        _mm_storeu_ps(p + 2 * d, _mm512_extractf32x4_ps(v, 2));
        _mm_storeu_ps(p + 3 * d, _mm512_extractf32x4_ps(v, 3));
    }
    static vector get(const float* p) { return _mm512_loadu_ps(p); }
    static void put(float* p, vector v) { _mm512_storeu_ps(p, v); }
    static void exchange(vector (&v)[parts]) {
        const vector a = _mm512_shuffle_f32x4(v[0], v[1], 0x44);
        const vector b = _mm512_shuffle_f32x4(v[0], v[1], 0xee);
        const vector c = _mm512_shuffle_f32x4(v[2], v[3], 0x44);
        const vector d = _mm512_shuffle_f32x4(v[2], v[3], 0xee);
        v[0] = _mm512_shuffle_f32x4(a, c, 0x88);
        v[1] = _mm512_shuffle_f32x4(a, c, 0xdd);
        v[2] = _mm512_shuffle_f32x4(b, d, 0x88);
        v[3] = _mm512_shuffle_f32x4(b, d, 0xdd);
    }
    using places = __m512i;
    static places places_of(const std::int32_t* p) { return _mm512_loadu_si512(p); }
    static places later(places p, index_t step) {
        return _mm512_add_epi32(p, _mm512_set1_epi32(static_cast<int>(step)));
    }
    static vector pick(vector low, vector high, places p) {
        return _mm512_permutex2var_ps(low, p, high);
    }
    using mask = __mmask16;
    static mask mask_of(const float* p) {
        return _mm512_movepi32_mask(_mm512_castps_si512(get(p)));
    }
    static vector pick(vector low, vector high, places p, mask m) {
        return _mm512_maskz_permutex2var_ps(m, low, p, high);
    }
    static vector low_words(vector a, vector b) { return _mm512_unpacklo_ps(a, b); }
    static vector high_words(vector a, vector b) { return _mm512_unpackhi_ps(a, b); }
    static vector low_halves(vector a, vector b) { return _mm512_shuffle_ps(a, b, 0x44); }
    static vector high_halves(vector a, vector b) { return _mm512_shuffle_ps(a, b, 0xee); }
};

struct doubles {
    using real = double;
    using vector = __m512d;
    static constexpr index_t parts = 4;
    static vector load(const double* p, index_t d) {
        vector v = _mm512_castpd128_pd512(_mm_loadu_pd(p));
        v = _mm512_insertf64x2(v, _mm_loadu_pd(p + d), 1);
        v = _mm512_insertf64x2(v, _mm_loadu_pd(p + 2 * d), 2);
        return _mm512_insertf64x2(v, _mm_loadu_pd(p + 3 * d), 3);
    }
    static void store(double* p, index_t d, vector v) {
        _mm_storeu_pd(p, _mm512_castpd512_pd128(v));
        _mm_storeu_pd(p + d, _mm512_extractf64x2_pd(v, 1));
        _mm_storeu_pd(p + 2 * d, _mm512_extractf64x2_pd(v, 2));
        _mm_storeu_pd(p + 3 * d, _mm512_extractf64x2_pd(v, 3));
    }
    static vector get(const double* p) { return _mm512_loadu_pd(p); }
    static void put(double* p, vector v) { _mm512_storeu_pd(p, v); }
    static void exchange(vector (&v)[parts]) {
        const vector a = _mm512_shuffle_f64x2(v[0], v[1], 0x44);
        const vector b = _mm512_shuffle_f64x2(v[0], v[1], 0xee);
        const vector c = _mm512_shuffle_f64x2(v[2], v[3], 0x44);
        const vector d = _mm512_shuffle_f64x2(v[2], v[3], 0xee);
        v[0] = _mm512_shuffle_f64x2(a, c, 0x88);
        v[1] = _mm512_shuffle_f64x2(a, c, 0xdd);
        v[2] = _mm512_shuffle_f64x2(b, d, 0x88);
        v[3] = _mm512_shuffle_f64x2(b, d, 0xdd);
    }
    using places = __m512i;
    static places places_of(const std::int32_t* p) {
        return _mm512_cvtepi32_epi64(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(p)));
    }
    static places later(places p, index_t step) {
        return _mm512_add_epi64(p, _mm512_set1_epi64(step));
    }
    static vector pick(vector low, vector high, places p) {
        return _mm512_permutex2var_pd(low, p, high);
    }
    using mask = __mmask8;
    static mask mask_of(const double* p) {
        return _mm512_movepi64_mask(_mm512_castpd_si512(get(p)));
    }
    static vector pick(vector low, vector high, places p, mask m) {
        return _mm512_maskz_permutex2var_pd(m, low, p, high);
    }
    static vector low_halves(vector a, vector b) { return _mm512_unpacklo_pd(a, b); }
    static vector high_halves(vector a, vector b) { return _mm512_unpackhi_pd(a, b); }
};

}  // namespace for_avx512

/// The registers that a family is compiled for.
namespace set = for_avx512;

}  // namespace noble::kernels
