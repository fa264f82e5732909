// The peak of fused multiply-adds of one core: as many as fit in flight, on registers alone.
// Included by one file for each instruction set, compiled for it.
#pragma once

#include <cstdint>

namespace bench {

/// Does `count` multiply-adds (rounded up) and returns something of their sum.
using fma_loop = double (*)(std::int64_t count);

template <class T, int Bytes>
double fma_chains(std::int64_t count) {
    typedef T vec __attribute__((vector_size(Bytes)));
    constexpr int chains = 10;  // 4 cycles of latency on at most 2 ports need 8
    constexpr int lanes = Bytes / static_cast<int>(sizeof(T));
    vec s0{}, s1{}, s2{}, s3{}, s4{}, s5{}, s6{}, s7{}, s8{}, s9{};
    vec a = T(0.5) + vec{};
    vec b = T(0.25) + vec{};
    for (std::int64_t i = count / (chains * lanes) + 1; i > 0; --i) {
        s0 += a * b, s1 += a * b, s2 += a * b, s3 += a * b, s4 += a * b;
        s5 += a * b, s6 += a * b, s7 += a * b, s8 += a * b, s9 += a * b;
        // Each sum in a register and none known to equal another; a·b is not known to stay the
        // same.
        asm("" : "+v"(s0), "+v"(s1), "+v"(s2), "+v"(s3), "+v"(s4));
        asm("" : "+v"(s5), "+v"(s6), "+v"(s7), "+v"(s8), "+v"(s9), "+v"(a), "+v"(b));
    }
    const vec total = s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9;
    return static_cast<double>(total[0]);
}

double fma_avx2_float32(std::int64_t count);
double fma_avx2_float64(std::int64_t count);
double fma_avx512_float32(std::int64_t count);
double fma_avx512_float64(std::int64_t count);

}  // namespace bench
