#include "engine/transform.hpp"

#include <fftw3.h>

#include <mutex>
#include <utility>

#include "noble/error.hpp"

namespace noble::engine {
namespace {

std::mutex& planner() {
    static std::mutex mutex;
    return mutex;
}

unsigned flags(effort how) { return how == effort::measure ? FFTW_MEASURE : FFTW_ESTIMATE; }

template <class Real>
struct fftw;

template <>
struct fftw<float> {
    static void* plan(int n, int sign, unsigned flags) {
        auto* memory = fftwf_alloc_complex(static_cast<std::size_t>(n));
        auto* made = fftwf_plan_dft_1d(n, memory, memory, sign, flags);
        fftwf_free(memory);
        return made;
    }
    static void run(void* plan, std::complex<float>* values) {
        auto* memory = reinterpret_cast<fftwf_complex*>(values);
        fftwf_execute_dft(static_cast<fftwf_plan>(plan), memory, memory);
    }
    static void destroy(void* plan) { fftwf_destroy_plan(static_cast<fftwf_plan>(plan)); }
};

template <>
struct fftw<double> {
    static void* plan(int n, int sign, unsigned flags) {
        auto* memory = fftw_alloc_complex(static_cast<std::size_t>(n));
        auto* made = fftw_plan_dft_1d(n, memory, memory, sign, flags);
        fftw_free(memory);
        return made;
    }
    static void run(void* plan, std::complex<double>* values) {
        auto* memory = reinterpret_cast<fftw_complex*>(values);
        fftw_execute_dft(static_cast<fftw_plan>(plan), memory, memory);
    }
    static void destroy(void* plan) { fftw_destroy_plan(static_cast<fftw_plan>(plan)); }
};

}  // namespace

template <class Real>
transform<Real>::transform(index_t size, direction way, effort how) : size_(size) {
    require_memory(size, sizeof(std::complex<Real>), "the memory that a transform is planned on");
    const std::lock_guard lock(planner());
    plan_ = fftw<Real>::plan(static_cast<int>(size),
                             way == direction::forward ? FFTW_FORWARD : FFTW_BACKWARD, flags(how));
    if (plan_ == nullptr) {
        throw limit_error("FFTW cannot plan a transform of " + std::to_string(size) + " points");
    }
}

template <class Real>
transform<Real>::transform(transform&& other) noexcept
    : size_(other.size_), plan_(std::exchange(other.plan_, nullptr)) {}

template <class Real>
transform<Real>::~transform() {
    if (plan_ == nullptr) return;
    const std::lock_guard lock(planner());
    fftw<Real>::destroy(plan_);
}

template <class Real>
void transform<Real>::operator()(std::complex<Real>* values) const {
    fftw<Real>::run(plan_, values);
}

template class transform<float>;
template class transform<double>;

}  // namespace noble::engine
