// SSE2: every x86-64 has it. No fused multiply-add: products round before they are added.
#include <xsimd/xsimd.hpp>

#include "engine/kernels/spectrum.hpp"
#include "engine/kernels/transpose.hpp"
#include "engine/kernels/two_way.hpp"

namespace noble::kernels {
namespace {

struct floats {
    using real = float;
    using vector = __m128;
    static constexpr index_t parts = 1;
    static vector load(const float* p, index_t /*distance*/) { return _mm_loadu_ps(p); }
    static void store(float* p, index_t /*distance*/, vector v) { _mm_storeu_ps(p, v); }
    static vector get(const float* p) { return _mm_loadu_ps(p); }
    static void put(float* p, vector v) { _mm_storeu_ps(p, v); }
    static vector low_words(vector a, vector b) { return _mm_unpacklo_ps(a, b); }
    static vector high_words(vector a, vector b) { return _mm_unpackhi_ps(a, b); }
    static vector low_halves(vector a, vector b) { return _mm_movelh_ps(a, b); }
    static vector high_halves(vector a, vector b) { return _mm_movehl_ps(b, a); }
    static vector plus(vector a, vector b) { return _mm_add_ps(a, b); }
    static vector times(vector x, vector g) {
        const vector crossed = _mm_mul_ps(_mm_shuffle_ps(x, x, 0xb1), _mm_shuffle_ps(g, g, 0xf5));
        const vector signs = _mm_set_ps(0.0F, -0.0F, 0.0F, -0.0F);
        return _mm_add_ps(_mm_mul_ps(x, _mm_shuffle_ps(g, g, 0xa0)), _mm_xor_ps(crossed, signs));
    }
};

struct doubles {
    using real = double;
    using vector = __m128d;
    static constexpr index_t parts = 1;
    static vector load(const double* p, index_t /*distance*/) { return _mm_loadu_pd(p); }
    static void store(double* p, index_t /*distance*/, vector v) { _mm_storeu_pd(p, v); }
    static vector get(const double* p) { return _mm_loadu_pd(p); }
    static void put(double* p, vector v) { _mm_storeu_pd(p, v); }
    static vector low_halves(vector a, vector b) { return _mm_unpacklo_pd(a, b); }
    static vector high_halves(vector a, vector b) { return _mm_unpackhi_pd(a, b); }
    static vector plus(vector a, vector b) { return _mm_add_pd(a, b); }
    static vector times(vector x, vector g) {
        const vector crossed = _mm_mul_pd(_mm_shuffle_pd(x, x, 1), _mm_unpackhi_pd(g, g));
        const vector signs = _mm_set_pd(0.0, -0.0);
        return _mm_add_pd(_mm_mul_pd(x, _mm_unpacklo_pd(g, g)), _mm_xor_pd(crossed, signs));
    }
};

template <class Registers>
constexpr table<typename Registers::real> make() {
    using vector = xsimd::batch<typename Registers::real, xsimd::sse2>;
    return {vector::size,          flow<vector, 8>,         lanes<vector, 8>,
            into_lanes<Registers>, out_of_lanes<Registers>, multiply<Registers>,
            energy<vector>};
}

}  // namespace

template <>
const table<float>& sse2() {
    static constexpr auto functions = make<floats>();
    return functions;
}

template <>
const table<double>& sse2() {
    static constexpr auto functions = make<doubles>();
    return functions;
}

}  // namespace noble::kernels
