#include <algorithm>

#include "bench/contender.hpp"
#include "bench/fma_peak.hpp"

namespace bench {
namespace {

#ifdef BENCH_X86_PEAKS
constexpr double most_counted = 1e9;  // multiply-adds in one run; more of them are scaled up

bool has(noble::instruction_set set) {
    const auto here = noble::instruction_sets();
    return std::ranges::find(here, set) != here.end();
}

contender peak(const std::string& name, noble::instruction_set set, fma_loop on_float,
               fma_loop on_double) {
    return {name, [=](const problem& p) -> std::optional<runner> {
                const double work = p.multiplies();
                if (p.what.what != kind::filter || work == 0 || p.what.n < 1 << 16 || !has(set)) {
                    return {};
                }
                const fma_loop loop = p.what.type == element::float64 ? on_double : on_float;
                const double counted = std::min(work, most_counted);
                return runner{[=] {
                                  const volatile double sum =
                                      loop(static_cast<std::int64_t>(counted));
                                  static_cast<void>(sum);
                              },
                              {},
                              work / counted,
                              false};
            }};
}
#endif

/// memcpy of as many bytes as the job must move: half of input and output are read, half written.
std::optional<runner> copy(const problem& p) {
    if (p.what.what != kind::filter) return {};
    const std::size_t bytes = (p.input_bytes().size() + p.output.size()) / 2;
    const auto from = std::make_shared<buffer>(bytes);
    const auto to = std::make_shared<buffer>(bytes);
    std::memset(from->as<char>(), 1, bytes);
    return runner{[=] {
                      std::memcpy(to->as<char>(), from->as<char>(), bytes);
                      asm volatile("" ::: "memory");
                  },
                  {},
                  1,
                  false};
}

}  // namespace

std::vector<contender> yardsticks() {
    std::vector<contender> all{{"memcpy", copy}};
#ifdef BENCH_X86_PEAKS
    all.push_back(peak("FMA peak, AVX-512", noble::instruction_set::avx512, fma_avx512_float32,
                       fma_avx512_float64));
    all.push_back(
        peak("FMA peak, AVX2", noble::instruction_set::avx2, fma_avx2_float32, fma_avx2_float64));
#endif
    return all;
}

}  // namespace bench
