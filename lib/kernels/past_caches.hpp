// Stores past the caches, to whole vectors of memory only. They are seen by other threads once
// end_of_streams() has returned and the usual synchronisation follows.
#pragma once

#include <immintrin.h>

#include <cstdint>

#include "kernels/kernels.hpp"

namespace noble::kernels {

[[gnu::always_inline]] inline void stream(float* p, __m128 v) { _mm_stream_ps(p, v); }
[[gnu::always_inline]] inline void stream(double* p, __m128d v) { _mm_stream_pd(p, v); }
#ifdef __AVX__
[[gnu::always_inline]] inline void stream(float* p, __m256 v) { _mm256_stream_ps(p, v); }
[[gnu::always_inline]] inline void stream(double* p, __m256d v) { _mm256_stream_pd(p, v); }
#endif
#ifdef __AVX512F__
[[gnu::always_inline]] inline void stream(float* p, __m512 v) { _mm512_stream_ps(p, v); }
[[gnu::always_inline]] inline void stream(double* p, __m512d v) { _mm512_stream_pd(p, v); }
#endif

[[gnu::always_inline]] inline void end_of_streams() { _mm_sfence(); }

/// What is read soon, 4 KiB after the `count` reals at p: processors fetch no further ahead by
/// themselves than a page, and too late.
template <class Real>
[[gnu::always_inline]] inline void fetch_ahead(const Real* p, index_t count) {
    constexpr index_t distance = 4096;
    constexpr index_t line = 64;
    const auto* const at = reinterpret_cast<const char*>(p) + distance;
    const auto bytes = count * static_cast<index_t>(sizeof(Real));
    for (index_t i = 0; i < bytes; i += line) _mm_prefetch(at + i, _MM_HINT_T0);
}

/// Fetches `step` bytes more at each call.
struct fetcher {
    const char* at = nullptr;
    index_t step = 0;
    [[gnu::always_inline]] void fetch() {
        constexpr index_t line = 64;
        for (index_t i = 0; i < step; i += line) _mm_prefetch(at + i, _MM_HINT_T1);
        at += step;
    }
};

/// Reals from p to the next vector of memory.
template <class Vector, class Real>
[[gnu::always_inline]] inline index_t reals_to_boundary(const Real* p) {
    const auto beyond = reinterpret_cast<std::uintptr_t>(p) % sizeof(Vector);
    return static_cast<index_t>((sizeof(Vector) - beyond) % sizeof(Vector) / sizeof(Real));
}

}  // namespace noble::kernels
