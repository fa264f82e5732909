// Taps of several phases of outputs in the order in which kernels sum them.
#pragma once

#include <vector>

#include "engine/taps/tap_chunks.hpp"

namespace noble::engine {

/// Owns what kernels::phase_taps points at, also when it is moved; a copy would point at the
/// original's.
template <class Real>
class phase_program {
 public:
    phase_program(phase_program&&) noexcept = default;
    phase_program& operator=(phase_program&&) noexcept = default;
    phase_program(const phase_program&) = delete;
    phase_program& operator=(const phase_program&) = delete;
    ~phase_program() = default;

    /// Of a chunk without imaginary parts whose taps are single, for `phases` rows.
    phase_program(const tap_chunk<Real>& from, index_t phases);

    [[nodiscard]] kernels::phase_taps<Real> view() const {
        return {static_cast<index_t>(views_.size()), static_cast<index_t>(offsets_.size()),
                offsets_.data(), taps_.data(), views_.data()};
    }

 private:
    std::vector<index_t> offsets_;
    std::vector<Real> taps_;
    std::vector<tap_program<Real>> others_;
    std::vector<kernels::tap_groups<Real>> views_;
};

}  // namespace noble::engine
