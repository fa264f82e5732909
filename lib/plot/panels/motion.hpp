// How the taps of a word move over its input, output by output, along one axis.
//
// Where the words on an axis are one filter each (filters.hpp), output k of y = ↓M conv(h) ↑L x
// reads position kM − t of the input with its L − 1 inserted zeros: one kernel, turned around, that
// moves M positions at each step. Otherwise output k = Lj + r reads x[Mj + o] by row r: as many
// kernels as rows, and no inserted zeros.
#pragma once

#include <vector>

#include "noble/canonical.hpp"

namespace noble::drawing {

template <class Scalar>
struct axis_motion {
    index_t spacing = 1;  ///< positions per input sample: L, or 1
    index_t outputs = 1;  ///< phases, and positions that they move on together
    index_t inputs = 1;
    /// kernels[i][phase] of word i: taps by position relative to `base`.
    std::vector<std::vector<tap_list<Scalar>>> kernels;

    [[nodiscard]] index_t phase(index_t k) const;
    [[nodiscard]] index_t base(index_t k) const;
};

/// Of words of one rate.
template <class Scalar>
axis_motion<Scalar> motion_of(const std::vector<canonical<Scalar>>& forms);

}  // namespace noble::drawing
