// The transforms of kernels/fourier.hpp with the roots that they need.
#pragma once

#include <vector>

#include "base/aligned_memory.hpp"
#include "kernels/kernels.hpp"
#include "noble/limit.hpp"

namespace noble {

/// Transforms of `points` points, a power of two and at least width². Real is float or double.
template <class Real>
class fourier {
 public:
    fourier(index_t points, const kernels::table<Real>& kernels);

    [[nodiscard]] index_t points() const noexcept { return roots_.points; }
    /// x to its spectrum, and `points` times back; in place.
    void forward(const kernels::split<Real>& x) const;
    void inverse(const kernels::split<Real>& x) const;
    /// The frequency k at each place of a spectrum.
    [[nodiscard]] std::vector<index_t> order() const;

 private:
    const kernels::table<Real>& kernels_;
    aligned_memory<Real> memory_;  ///< all roots
    kernels::fourier_roots<Real> roots_;
};

}  // namespace noble
