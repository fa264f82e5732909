#include "engine/transform.hpp"

#include <fftw3.h>

#include <mutex>
#include <string>

#include "noble/error.hpp"

namespace noble::engine {
namespace {

std::mutex& planner() {
    static std::mutex mutex;
    return mutex;
}

aligned_memory<std::complex<double>> memory_for(index_t points) {
    require_memory(points / 2 + 1, sizeof(std::complex<double>), "the spectrum of a filter");
    return aligned_memory<std::complex<double>>(points / 2 + 1);
}

}  // namespace

// In place: an estimate leaves the memory that it is planned on alone.
real_transform::real_transform(index_t points) : points_(points), memory_(memory_for(points)) {
    const std::lock_guard lock(planner());
    plan_ = fftw_plan_dft_r2c_1d(static_cast<int>(points), samples().data(),
                                 reinterpret_cast<fftw_complex*>(memory_.data()), FFTW_ESTIMATE);
    if (plan_ == nullptr) {
        throw limit_error("FFTW cannot plan a transform of " + std::to_string(points) + " points");
    }
}

real_transform::~real_transform() {
    const std::lock_guard lock(planner());
    fftw_destroy_plan(static_cast<fftw_plan>(plan_));
}

std::span<double> real_transform::samples() const {
    return {reinterpret_cast<double*>(memory_.data()), static_cast<std::size_t>(points_)};
}

std::span<const std::complex<double>> real_transform::operator()() const {
    fftw_execute(static_cast<fftw_plan>(plan_));
    return {memory_.data(), static_cast<std::size_t>(points_ / 2 + 1)};
}

}  // namespace noble::engine
