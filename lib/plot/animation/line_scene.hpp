// What moves over what when a word on one axis is animated: positions are those of motion.hpp.
#pragma once

#include <algorithm>
#include <optional>

#include "base/checked.hpp"
#include "noble/animate.hpp"
#include "plot/panels/motion.hpp"

namespace noble::drawing {

inline constexpr index_t most_line_positions = 64;

template <class Scalar>
struct line_scene {
    axis_motion<Scalar> motion;
    interval outputs;
    index_t n = 0;
    boundary rule = boundary::zero;
    interval positions;  ///< of the input that are shown

    [[nodiscard]] const tap_list<Scalar>& taps(index_t k) const {
        return motion.kernels.front()[static_cast<std::size_t>(motion.phase(k))];
    }
    [[nodiscard]] bool one_kernel() const { return motion.outputs == 1; }
    /// Where output k stands if there is one kernel: below position kM, or as near as its taps
    /// come.
    [[nodiscard]] index_t output_position(index_t k) const {
        const auto& list = taps(k);
        return checked::add(
            motion.base(k),
            list.empty() ? 0 : std::clamp<index_t>(0, list.front().index, list.back().index));
    }
};

/// Whether the kernels themselves are small enough, on any number of samples.
template <class Scalar>
bool has_small_kernels(const canonical<Scalar>& form);

/// Nothing where the outputs, or what they read, are too many to be shown.
template <class Scalar>
std::optional<line_scene<Scalar>> scene_of(const axis_motion<Scalar>& motion, const op& a,
                                           index_t n, const animation_options& options);

}  // namespace noble::drawing
