// The animation of a word on one axis.
#include "noble/animate.hpp"

#include <algorithm>

#include "noble/matrix.hpp"
#include "plot/animation/animation.hpp"
#include "plot/animation/stages.hpp"
#include "plot/drawing/brief.hpp"

namespace noble {
namespace drawing {
namespace {

template <class Scalar>
std::string animated(const op& a, const canonical<Scalar>& form, index_t n,
                     const animation_options& options) {
    if (!has_small_kernels(form)) refuse_animation(brief(a), std::to_string(n), "");
    const auto motion = motion_of(std::vector{form});
    const auto s = scene_of(motion, a, n, options);
    if (!s) {
        const index_t fits = greatest_size(std::min(n - 1, most_line_positions), [&](index_t size) {
            return scene_of(motion, a, size, options).has_value();
        });
        refuse_animation(brief(a), std::to_string(n), fits == 0 ? "" : std::to_string(fits));
    }
    const auto count = static_cast<std::size_t>(s->outputs.count());
    require_outputs(count);
    const linear_map map = a.on(n, options.rows, options.row_boundary);
    timeline time(to_string(map) + std::to_string(options.step), count, options.step, count / 2);
    return written_animation(options.title.empty() ? brief(a) : options.title,
                             moving_panel(*s, sparse_matrix<Scalar>(map), time), map, time);
}

}  // namespace
}  // namespace drawing

std::string animate(const op& a, index_t n, const animation_options& options) {
    drawing::require_step(options.step);
    return std::visit([&](const auto& form) { return drawing::animated(a, form, n, options); },
                      canonical_form(a));
}

}  // namespace noble
