// A contender: something that does a job, to be timed beside the others.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "bench/problem.hpp"

namespace bench {

/// A job made ready: everything that can be done once has been done.
struct runner {
    std::function<void()> run;         ///< writes the problem's output, unless `store` does
    std::function<void()> store = {};  ///< copies what `run` made to the output, untimed
    double scale = 1;                  ///< the job takes `scale` times as long as one run
    bool computes = true;              ///< false: a yardstick, whose output is nobody's
};

struct contender {
    std::string name;
    /// Nothing where the contender has no such thing, or would take minutes.
    std::function<std::optional<runner>(const problem&)> make;
};

/// As the engine chooses, on so many threads.
inline noble::plan_options on_threads(int count) {
    noble::plan_options options;
    options.threads = count;
    return options;
}

std::vector<contender> noble_contenders();
std::vector<contender> yardsticks();  ///< memcpy and the peak of fused multiply-adds
std::vector<contender> fftw_contenders();
std::vector<contender> gnuradio_contenders();
std::vector<contender> liquid_contenders();

/// Of all peers that this program was built with; noble is first.
std::vector<contender> contenders();

/// Direct peers do about 1 multiplication a nanosecond: what would take them longer is left out.
inline bool soon_done(const problem& p) { return p.multiplies() < 4.5e9; }

}  // namespace bench
