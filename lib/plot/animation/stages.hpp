// The panels of an animation in which taps move over the input.
#pragma once

#include "noble/matrix.hpp"
#include "plot/animation/line_scene.hpp"
#include "plot/animation/plane_scene.hpp"
#include "plot/animation/timeline.hpp"
#include "plot/drawing/panel.hpp"

namespace noble::drawing {

/// Taps over input and inserted zeros, outputs below, and the equation of each. `matrix` is the
/// map's; what is drawn enters its parts into `time`, which must outlive the panel.
template <class Scalar>
panel moving_panel(const line_scene<Scalar>& scene, csr<Scalar> matrix, timeline& time);

/// Taps over an array and its inserted zeros, outputs beside it, after the pictures of Dumoulin and
/// Visin, A guide to convolution arithmetic for deep learning (2016).
template <class Scalar>
panel moving_panel(const plane_scene<Scalar>& scene, timeline& time);

}  // namespace noble::drawing
