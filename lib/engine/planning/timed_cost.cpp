#include "engine/planning/timed_cost.hpp"

#include <algorithm>
#include <chrono>
#include <complex>
#include <vector>

#include "base/aligned_memory.hpp"
#include "base/checked.hpp"
#include "noble/limit.hpp"

namespace noble::engine {

template <class T>
double timed_cost(const runner<T>& r, const canonical<T>& form, index_t count) {
    using clock = std::chrono::steady_clock;
    using nanoseconds = std::chrono::duration<double, std::nano>;
    constexpr int runs = 7;
    constexpr nanoseconds patience = std::chrono::milliseconds(100);
    if (count > r.tile()) count -= count % r.tile();
    const index_t n = checked::ceil_div(count, form.outputs()) * form.inputs() + 1;
    require_memory(n + count + r.scratch(), sizeof(T), "the signal that a plan is timed on");
    const std::vector<T> x(static_cast<std::size_t>(n), T{1});
    aligned_memory<T> y(count);
    aligned_memory<T> scratch(r.scratch());
    const extended_input<T> in{x.data(), n, 1, boundary::zero};
    nanoseconds best{};
    nanoseconds all{};
    for (int i = 0; i < runs && all < patience; ++i) {
        const auto start = clock::now();
        for (index_t t = 0; t < count; t += r.tile()) {
            r.run(in, t, std::min(t + r.tile(), count), y.data() + t, scratch.data());
        }
        const nanoseconds took = clock::now() - start;
        if (i == 0 || took < best) best = took;
        all += took;
    }
    return best.count() / static_cast<double>(count);
}

template double timed_cost(const runner<float>&, const canonical<float>&, index_t);
template double timed_cost(const runner<double>&, const canonical<double>&, index_t);
template double timed_cost(const runner<std::complex<float>>&,
                           const canonical<std::complex<float>>&, index_t);
template double timed_cost(const runner<std::complex<double>>&,
                           const canonical<std::complex<double>>&, index_t);

}  // namespace noble::engine
