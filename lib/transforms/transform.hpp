// Fourier transforms by FFTW, of which the spectra of filters are made. FFTW's planner is not safe
// to call from several threads, so its calls are serialised.
#pragma once

#include <complex>
#include <memory>
#include <span>

#include "engine/signals/aligned_memory.hpp"
#include "noble/limit.hpp"

namespace noble::engine {

/// X[k] = Σ x[n]·exp(−2πi·kn/N) of N real samples, N even, on memory of its own.
class real_transform {
 public:
    /// Throws limit_error.
    explicit real_transform(index_t points);
    real_transform(const real_transform& other) = delete;
    real_transform& operator=(const real_transform& other) = delete;
    ~real_transform() = default;

    /// The N samples; what they are after operator() is not defined.
    [[nodiscard]] std::span<double> samples() const;
    /// X[0] … X[N/2], valid until samples are written.
    std::span<const std::complex<double>> operator()() const;

 private:
    index_t points_;
    aligned_memory<std::complex<double>> memory_;
    std::shared_ptr<void> plan_;
};

}  // namespace noble::engine
