#include "bench/fma_peak.hpp"

namespace bench {

double fma_avx512_float32(std::int64_t count) { return fma_chains<float, 64>(count); }
double fma_avx512_float64(std::int64_t count) { return fma_chains<double, 64>(count); }

}  // namespace bench
