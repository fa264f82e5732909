#include "bench/fma_peak.hpp"

namespace bench {

double fma_avx2_float32(std::int64_t count) { return fma_chains<float, 32>(count); }
double fma_avx2_float64(std::int64_t count) { return fma_chains<double, 32>(count); }

}  // namespace bench
