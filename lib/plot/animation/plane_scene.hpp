// What moves over what when a word on two axes is animated.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "noble/animate.hpp"
#include "plot/panels/kernel2d.hpp"

namespace noble::drawing {

/// Along an axis.
inline constexpr index_t most_plane_positions = 26;

/// One axis: what is made of what.
struct axis_span {
    index_t n = 0;
    interval outputs;
    interval positions;
    index_t spacing = 1;
};

template <class Scalar>
struct plane_scene {
    plane_motion<Scalar> motion;
    axis_span rows;
    axis_span cols;
    std::vector<std::vector<plane_tap<Scalar>>> kernels;  ///< by row phase, then column phase

    [[nodiscard]] std::size_t phase(index_t row, index_t col) const {
        return static_cast<std::size_t>(motion.rows.phase(row) * motion.cols.outputs +
                                        motion.cols.phase(col));
    }
};

/// On size.first × size.second samples; nothing where that is too much to be shown.
template <class Scalar>
std::optional<plane_scene<Scalar>> scene_of(const op2d& a, const plane_motion<Scalar>& motion,
                                            const std::pair<index_t, index_t>& size,
                                            const animation_options& options);

}  // namespace noble::drawing
