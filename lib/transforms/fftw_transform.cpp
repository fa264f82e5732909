// FFTW's planner is not safe to call from several threads, so its calls are serialised.
#include <fftw3.h>

#include <array>
#include <mutex>
#include <string>

#include "base/aligned_memory.hpp"
#include "noble/error.hpp"
#include "transforms/real_transform.hpp"

namespace noble {
namespace {

std::mutex& planner() {
    static std::mutex mutex;
    return mutex;
}

aligned_memory<std::complex<double>> memory_for(index_t points) {
    require_memory(points / 2 + 1, sizeof(std::complex<double>), "the spectrum of a filter");
    return aligned_memory<std::complex<double>>(points / 2 + 1);
}

using shared_plan = std::shared_ptr<void>;

// In place: an estimate leaves the memory that it is planned on alone.
shared_plan make_plan(index_t points, std::complex<double>* memory) {
    const fftw_plan made =
        fftw_plan_dft_r2c_1d(static_cast<int>(points), reinterpret_cast<double*>(memory),
                             reinterpret_cast<fftw_complex*>(memory), FFTW_ESTIMATE);
    if (made == nullptr) {
        throw limit_error("FFTW cannot plan a transform of " + std::to_string(points) + " points");
    }
    return {made, [](void* plan) {
                const std::lock_guard lock(planner());
                fftw_destroy_plan(static_cast<fftw_plan>(plan));
            }};
}

// To plan a transform takes longer than to run it, so the last one is kept for the next filter of
// its length, if it is not large.
shared_plan plan_for(index_t points, std::complex<double>* memory) {
    constexpr index_t most_kept = index_t{1} << 18;
    static std::mutex mutex;
    static index_t kept_points = 0;
    static shared_plan kept;
    const std::lock_guard lock(mutex);
    if (points == kept_points) return kept;
    auto made = [&] {
        const std::lock_guard planning(planner());
        return make_plan(points, memory);
    }();
    if (points <= most_kept) {
        kept = made;
        kept_points = points;
    }
    return made;
}

class fftw_transform final : public real_transform {
 public:
    explicit fftw_transform(index_t points)
        : points_(points), memory_(memory_for(points)), plan_(plan_for(points, memory_.data())) {}

    [[nodiscard]] std::span<double> samples() const override {
        return {reinterpret_cast<double*>(memory_.data()), static_cast<std::size_t>(points_)};
    }

    std::span<const std::complex<double>> operator()() const override {
        auto* const x = memory_.data();
        fftw_execute_dft_r2c(static_cast<fftw_plan>(plan_.get()), reinterpret_cast<double*>(x),
                             reinterpret_cast<fftw_complex*>(x));
        return memory_.all();
    }

 private:
    index_t points_;
    aligned_memory<std::complex<double>> memory_;
    shared_plan plan_;
};

std::unique_ptr<real_transform> fftw(index_t points) {
    return std::make_unique<fftw_transform>(points);
}

}  // namespace

std::span<const transform_maker> transform_makers() {
    static constexpr std::array makers{transform_maker{"FFTW", fftw},
                                       transform_maker{"own", own_transform}};
    return makers;
}

}  // namespace noble
