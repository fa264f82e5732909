#include "engine/transform.hpp"

#include <fftw3.h>

#include <mutex>
#include <string>

#include "engine/aligned.hpp"
#include "noble/error.hpp"

namespace noble::engine {
namespace {

std::mutex& planner() {
    static std::mutex mutex;
    return mutex;
}

fftw_complex* as_fftw(std::complex<double>* values) {
    return reinterpret_cast<fftw_complex*>(values);
}

}  // namespace

// FFTW asks for memory aligned as that of execution will be; estimates leave it alone.
transform::transform(index_t points) {
    require_memory(points, sizeof(std::complex<double>),
                   "the memory that a transform is planned on");
    const auto memory = make_aligned<std::complex<double>>(points);
    const std::lock_guard lock(planner());
    plan_ = fftw_plan_dft_1d(static_cast<int>(points), as_fftw(memory.get()), as_fftw(memory.get()),
                             FFTW_FORWARD, FFTW_ESTIMATE);
    if (plan_ == nullptr) {
        throw limit_error("FFTW cannot plan a transform of " + std::to_string(points) + " points");
    }
}

transform::~transform() {
    const std::lock_guard lock(planner());
    fftw_destroy_plan(static_cast<fftw_plan>(plan_));
}

void transform::operator()(std::complex<double>* values) const {
    fftw_execute_dft(static_cast<fftw_plan>(plan_), as_fftw(values), as_fftw(values));
}

}  // namespace noble::engine
