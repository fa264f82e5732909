// The spectra of a form's L·M filters, divided by F, in the order of the transforms that they are
// for.
#pragma once

#include <complex>
#include <memory>

#include "engine/signals/element.hpp"
#include "transforms/block_size.hpp"
#include "transforms/fourier.hpp"

namespace noble::engine {

/// The parts of a spectrum of F points lie side by side, but not a multiple of 4 KiB apart: such
/// places would share one set of the first-level cache.
template <class Real>
constexpr index_t part_size(index_t points) {
    return points + index_t{2} * 64 / static_cast<index_t>(sizeof(Real));
}
template <class Real>
constexpr index_t spectrum_size(index_t points) {
    return 2 * part_size<Real>(points);
}
template <class Real>
constexpr kernels::split<Real> split_at(Real* memory, index_t points) {
    return {memory, memory + part_size<std::remove_const_t<Real>>(points)};
}

template <class Real>
class spectra {
 public:
    /// Computed in double precision, and each of the two parts of a filter rounded once. Throws
    /// limit_error.
    template <class T>
    spectra(const canonical<T>& form, const block_grid& grid, const kernels::table<Real>& kernels);

    [[nodiscard]] const fourier<Real>& transforms() const noexcept { return transforms_; }
    /// Of the filter from input m to output row r.
    [[nodiscard]] kernels::split<const Real> of(index_t r, index_t m) const;
    /// The greatest |G|/F.
    [[nodiscard]] double largest() const noexcept { return largest_; }

 private:
    fourier<Real> transforms_;
    index_t inputs_;
    aligned_memory<Real> values_;
    double largest_ = 0;
};

}  // namespace noble::engine
