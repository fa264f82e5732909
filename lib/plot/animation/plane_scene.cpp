#include "plot/animation/plane_scene.hpp"

#include <algorithm>

#include "base/checked.hpp"
#include "plot/animation/animation.hpp"

namespace noble::drawing {
namespace {

constexpr index_t most_plane_outputs = 16;  // along an axis
constexpr index_t most_phases = 36;
constexpr std::size_t most_plane_cells = 1024;

bool is_small(const axis_span& s) {
    return is_within(s.outputs, most_plane_outputs) && is_within(s.positions, most_plane_positions);
}

template <class Scalar>
axis_span span_of(const axis_motion<Scalar>& m, index_t n, interval outputs) {
    axis_span s{
        n, outputs, {0, checked::mul(std::max<index_t>(n - 1, 0), m.spacing) + 1}, m.spacing};
    if (!is_within(outputs, most_plane_outputs)) return s;
    for (index_t k = outputs.begin; k < outputs.end; ++k) {
        for (const auto& word : m.kernels) {
            const auto& taps = word[static_cast<std::size_t>(m.phase(k))];
            if (taps.empty()) continue;
            s.positions.begin =
                std::min(s.positions.begin, checked::add(m.base(k), taps.front().index));
            s.positions.end = std::max(s.positions.end,
                                       checked::add(checked::add(m.base(k), taps.back().index), 1));
        }
    }
    return s;
}

}  // namespace

template <class Scalar>
std::optional<plane_scene<Scalar>> scene_of(const op2d& a, const plane_motion<Scalar>& motion,
                                            const std::pair<index_t, index_t>& size,
                                            const animation_options& options) {
    plane_scene<Scalar> s{motion, {}, {}, {}};
    if (motion.rows.outputs * motion.cols.outputs > most_phases) return std::nullopt;
    if (std::max(size.first, size.second) > most_plane_positions) return std::nullopt;
    s.rows = span_of(motion.rows, size.first, options.rows.of(a.terms().front().rows, size.first));
    s.cols =
        span_of(motion.cols, size.second, options.cols.of(a.terms().front().cols, size.second));
    if (!is_small(s.rows) || !is_small(s.cols)) return std::nullopt;
    std::size_t cells = 0;
    for (index_t r = 0; r < motion.rows.outputs; ++r) {
        for (index_t c = 0; c < motion.cols.outputs; ++c) {
            s.kernels.push_back(plane_kernel(motion, r, c));
            cells += s.kernels.back().size();
        }
    }
    return cells <= most_plane_cells ? std::optional(std::move(s)) : std::nullopt;
}

template std::optional<plane_scene<exact>> scene_of(const op2d&, const plane_motion<exact>&,
                                                    const std::pair<index_t, index_t>&,
                                                    const animation_options&);
template std::optional<plane_scene<polynomial>> scene_of(const op2d&,
                                                         const plane_motion<polynomial>&,
                                                         const std::pair<index_t, index_t>&,
                                                         const animation_options&);

}  // namespace noble::drawing
