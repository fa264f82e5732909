// AVX2 with fused multiply-add (Haswell, Zen and later).
#pragma once

#include <xsimd/xsimd.hpp>

#include "kernels/kernels.hpp"

namespace noble::kernels {
namespace for_avx2 {

using architecture = xsimd::fma3<xsimd::avx2>;

/// Vectors of sums at a time, at most.
inline constexpr int most_sums = 8;

struct floats {
    using real = float;
    using vector = __m256;
    static constexpr index_t parts = 2;
    static vector load(const float* p, index_t d) {
        return _mm256_insertf128_ps(_mm256_castps128_ps256(_mm_loadu_ps(p)), _mm_loadu_ps(p + d),
                                    1);
    }
    static void store(float* p, index_t d, vector v) {
        _mm_storeu_ps(p, _mm256_castps256_ps128(v));
        _mm_storeu_ps(p + d, _mm256_extractf128_ps(v, 1));
    }
    static vector get(const float* p) { return _mm256_loadu_ps(p); }
    static void put(float* p, vector v) { _mm256_storeu_ps(p, v); }
    static void exchange(vector (&v)[parts]) {
        const vector first = v[0];
        v[0] = _mm256_permute2f128_ps(first, v[1], 0x20);
        v[1] = _mm256_permute2f128_ps(first, v[1], 0x31);
    }
    using places = __m256i;
    static places places_of(const std::int32_t* p) {
        return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(p));
    }
    static vector pick(const float* x, places p) { return _mm256_permutevar8x32_ps(get(x), p); }
    static vector pick_far(const float* x, places p) {
        // Bit 3 of a place is the sign by which the second vector is taken.
        const vector second = _mm256_castsi256_ps(_mm256_slli_epi32(p, 28));
        return _mm256_blendv_ps(pick(x, p), pick(x + 8, p), second);
    }
    static vector low_words(vector a, vector b) { return _mm256_unpacklo_ps(a, b); }
    static vector high_words(vector a, vector b) { return _mm256_unpackhi_ps(a, b); }
    static vector low_halves(vector a, vector b) { return _mm256_shuffle_ps(a, b, 0x44); }
    static vector high_halves(vector a, vector b) { return _mm256_shuffle_ps(a, b, 0xee); }
};

struct doubles {
    using real = double;
    using vector = __m256d;
    static constexpr index_t parts = 2;
    static vector load(const double* p, index_t d) {
        return _mm256_insertf128_pd(_mm256_castpd128_pd256(_mm_loadu_pd(p)), _mm_loadu_pd(p + d),
                                    1);
    }
    static void store(double* p, index_t d, vector v) {
        _mm_storeu_pd(p, _mm256_castpd256_pd128(v));
        _mm_storeu_pd(p + d, _mm256_extractf128_pd(v, 1));
    }
    static vector get(const double* p) { return _mm256_loadu_pd(p); }
    static void put(double* p, vector v) { _mm256_storeu_pd(p, v); }
    static void exchange(vector (&v)[parts]) {
        const vector first = v[0];
        v[0] = _mm256_permute2f128_pd(first, v[1], 0x20);
        v[1] = _mm256_permute2f128_pd(first, v[1], 0x31);
    }
    // As pairs of floats.
    using places = __m256i;
    static places places_of(const std::int32_t* p) {
        const __m256i twice = _mm256_slli_epi64(
            _mm256_cvtepu32_epi64(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p))), 1);
        const __m256i next = _mm256_slli_epi64(_mm256_add_epi64(twice, _mm256_set1_epi64x(1)), 32);
        return _mm256_or_si256(twice, next);
    }
    static vector pick(const double* x, places p) {
        return _mm256_castps_pd(_mm256_permutevar8x32_ps(_mm256_castpd_ps(get(x)), p));
    }
    static vector pick_far(const double* x, places p) {
        const vector second = _mm256_castsi256_pd(_mm256_slli_epi32(p, 28));
        return _mm256_blendv_pd(pick(x, p), pick(x + 4, p), second);
    }
    static vector low_halves(vector a, vector b) { return _mm256_unpacklo_pd(a, b); }
    static vector high_halves(vector a, vector b) { return _mm256_unpackhi_pd(a, b); }
};

}  // namespace for_avx2

/// The registers that a family is compiled for.
namespace set = for_avx2;

}  // namespace noble::kernels
