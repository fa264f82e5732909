#include "bench/contender.hpp"

namespace bench {

std::vector<contender> contenders() {
    std::vector<contender> all = noble_contenders();
    const auto add = [&all](const std::vector<contender>& more) {
        all.insert(all.end(), more.begin(), more.end());
    };
    add(yardsticks());
#ifdef BENCH_FFTW
    add(fftw_contenders());
#endif
#ifdef BENCH_GNURADIO
    add(gnuradio_contenders());
#endif
#ifdef BENCH_LIQUID
    add(liquid_contenders());
#endif
    return all;
}

}  // namespace bench
