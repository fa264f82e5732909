#include "plot/animation/line_scene.hpp"

#include "plot/animation/animation.hpp"
#include "plot/panels/filters.hpp"

namespace noble::drawing {
namespace {

constexpr index_t most_line_outputs = 64;
constexpr std::size_t most_line_cells = 1500;

// From the first to the last position that a kernel or the signal covers.
template <class Scalar>
interval shown_positions(const line_scene<Scalar>& s) {
    interval shown{0,
                   checked::add(checked::mul(std::max<index_t>(s.n - 1, 0), s.motion.spacing), 1)};
    for (index_t k = s.outputs.begin; k < s.outputs.end; ++k) {
        const auto& taps = s.taps(k);
        if (s.one_kernel()) {
            shown.begin = std::min(shown.begin, s.output_position(k));
            shown.end = std::max(shown.end, s.output_position(k) + 1);
        }
        if (taps.empty()) continue;
        const index_t base = s.motion.base(k);
        shown.begin = std::min(shown.begin, checked::add(base, taps.front().index));
        shown.end = std::max(shown.end, checked::add(checked::add(base, taps.back().index), 1));
    }
    return shown;
}

}  // namespace

template <class Scalar>
bool has_small_kernels(const canonical<Scalar>& form) {
    if (form.taps().size() > most_line_cells) return false;
    return is_one_filter(form) || form.outputs() <= most_line_positions;
}

template <class Scalar>
std::optional<line_scene<Scalar>> scene_of(const axis_motion<Scalar>& motion, const op& a,
                                           index_t n, const animation_options& options) {
    line_scene<Scalar> s{motion, options.rows.of(a, n), n, options.row_boundary, {}};
    if (!is_within(s.outputs, most_line_outputs) || n > most_line_positions) return std::nullopt;
    s.positions = shown_positions(s);
    if (!is_within(s.positions, most_line_positions)) return std::nullopt;
    return s;
}

template bool has_small_kernels(const canonical<exact>&);
template bool has_small_kernels(const canonical<polynomial>&);
template std::optional<line_scene<exact>> scene_of(const axis_motion<exact>&, const op&, index_t,
                                                   const animation_options&);
template std::optional<line_scene<polynomial>> scene_of(const axis_motion<polynomial>&, const op&,
                                                        index_t, const animation_options&);

}  // namespace noble::drawing
