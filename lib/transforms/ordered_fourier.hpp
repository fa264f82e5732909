// The transform of complex samples in double precision, its frequencies in their order.
#pragma once

#include <complex>
#include <vector>

#include "base/aligned_memory.hpp"
#include "transforms/fourier.hpp"

namespace noble {

/// X[k] = Σ x[n]·exp(−2πi·kn/N) of N samples on memory of its own; N is a power of two and at least
/// 16. By plain kernels, so that the bytes are the same whatever instructions the machine has.
class ordered_fourier {
 public:
    /// Throws limit_error.
    explicit ordered_fourier(index_t points);

    [[nodiscard]] index_t points() const noexcept { return transforms_.points(); }
    /// The samples, zero to begin with; they are overwritten by forward().
    [[nodiscard]] kernels::split<double> samples() const {
        return {memory_.data(), memory_.data() + points()};
    }
    void forward() const { transforms_.forward(samples()); }
    /// X[k] of the samples that were there when forward() was called, 0 ≤ k < N.
    [[nodiscard]] std::complex<double> operator[](index_t k) const {
        const index_t at = places_[static_cast<std::size_t>(k)];
        return {samples().re[at], samples().im[at]};
    }

 private:
    fourier<double> transforms_;
    std::vector<index_t> places_;  ///< of each frequency
    aligned_memory<double> memory_;
};

}  // namespace noble
