// Taps in the order in which kernels sum them.
#pragma once

#include <vector>

#include "kernels/kernels.hpp"
#include "noble/limit.hpp"

namespace noble::engine {

template <class Real>
struct offset_tap {
    index_t offset = 0;
    Real value{};
};

/// Owns what kernels::tap_groups points at.
template <class Real>
struct tap_program {
    std::array<index_t, 3> counts{};
    std::vector<index_t> offsets;
    std::vector<Real> taps;

    [[nodiscard]] kernels::tap_groups<Real> view() const {
        return {counts, offsets.data(), taps.data()};
    }
    [[nodiscard]] bool is_empty() const { return taps.empty(); }
};

/// Bundles of 4, 2 and 1 taps `spacing` apart, each kind by ascending offset, offsets counted from
/// `origin`. Taps must ascend strictly. A spacing below 1 leaves all taps single.
template <class Real>
tap_program<Real> bundle_taps(const std::vector<offset_tap<Real>>& taps, index_t spacing,
                              index_t origin);

}  // namespace noble::engine
