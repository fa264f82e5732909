// The animation of a word on two axes.
#include <algorithm>

#include "noble/animate.hpp"
#include "plot/animation/animation.hpp"
#include "plot/animation/stages.hpp"
#include "plot/drawing/brief.hpp"

namespace noble {
namespace drawing {
namespace {

std::string size_text(index_t rows, index_t cols) {
    return std::to_string(rows) + " x " + std::to_string(cols);
}

template <class Scalar>
std::string animated(const op2d& a, index_t n_rows, index_t n_cols,
                     const animation_options& options) {
    // Throws where the terms keep different outputs.
    const linear_map map = a.on(n_rows, n_cols, options.rows, options.cols, options.row_boundary,
                                options.col_boundary);
    const auto motion = motion_of<Scalar>(a);
    const auto s = scene_of(a, motion, {n_rows, n_cols}, options);
    if (!s) {
        const auto within = [&](index_t size) {
            return std::pair{std::min(n_rows, size), std::min(n_cols, size)};
        };
        const index_t fits = greatest_size(most_plane_positions, [&](index_t size) {
            return scene_of(a, motion, within(size), options).has_value();
        });
        const auto [rows, cols] = within(fits);
        refuse_animation(brief(a), size_text(n_rows, n_cols),
                         fits == 0 ? "" : size_text(rows, cols));
    }
    const auto count = static_cast<std::size_t>(s->rows.outputs.count() * s->cols.outputs.count());
    require_outputs(count);
    timeline time(to_string(map) + std::to_string(options.step), count, options.step, count / 2);
    return written_animation(options.title.empty() ? brief(a) : options.title,
                             moving_panel(*s, time), map, time);
}

}  // namespace
}  // namespace drawing

std::string animate(const op2d& a, index_t n_rows, index_t n_cols,
                    const animation_options& options) {
    drawing::require_step(options.step);
    return drawing::is_numeric(a) ? drawing::animated<exact>(a, n_rows, n_cols, options)
                                  : drawing::animated<polynomial>(a, n_rows, n_cols, options);
}

}  // namespace noble
