// The kernels of words in two dimensions: Σ over terms of one kernel per axis, multiplied out.
#pragma once

#include "noble/matrix.hpp"
#include "noble/op2d.hpp"
#include "plot/drawing/grid.hpp"
#include "plot/panels/motion.hpp"

namespace noble::drawing {

/// The motions along both axes of a word's terms.
template <class Scalar>
struct plane_motion {
    axis_motion<Scalar> rows;
    axis_motion<Scalar> cols;
};

template <class Scalar>
plane_motion<Scalar> motion_of(const op2d& a);

/// The taps of one pair of phases: positions relative to the bases of both axes, row-major.
template <class Scalar>
struct plane_tap {
    index_t row = 0;
    index_t col = 0;
    Scalar value;
};

/// Throws limit_error beyond the memory limit.
template <class Scalar>
std::vector<plane_tap<Scalar>> plane_kernel(const plane_motion<Scalar>& m, index_t row_phase,
                                            index_t col_phase);

/// h[t0, t1] as an image; of no cells where the word is no single filter on both axes, or of more
/// than a million taps.
grid kernel_grid(const op2d& a);

/// Whether no unknown tap occurs.
bool is_numeric(const op2d& a);

}  // namespace noble::drawing
