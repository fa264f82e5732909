#include "plot/animation/animation.hpp"

#include <algorithm>

#include "noble/error.hpp"
#include "plot/panels/panels.hpp"

namespace noble::drawing {

bool is_within(const interval& i, index_t most) {
    return static_cast<double>(i.end) - static_cast<double>(i.begin) <= static_cast<double>(most);
}

void require_step(double seconds) {
    if (!(seconds >= 0.05 && seconds <= 60)) {
        throw argument_error("animate: a step takes 0.05 … 60 seconds, not " +
                             std::to_string(seconds));
    }
}

void require_outputs(std::size_t count) {
    if (count == 0) throw argument_error("animate: the word has no output on this many samples");
}

void refuse_animation(const std::string& word, const std::string& size, const std::string& fits) {
    constexpr double longest = 400;
    const std::string name = fitted(word, longest, 10);
    if (fits.empty()) {
        throw limit_error("animate: " + name +
                          " reads and writes more than can be shown, on any number of samples");
    }
    throw limit_error("animate: " + name + " on " + size +
                      " samples is more than can be shown; the greatest is " + fits);
}

std::string written_animation(const std::string& word, panel moving, const linear_map& map,
                              const timeline& time) {
    grid g = matrix_grid(map);
    const panel still = grid_panel("Matrix", "row i is lit while output i is made", g, {1, 1});
    const grid_place at = place_of(g);
    panel lit = still;
    lit.draw = [&](canvas& out) {
        still.draw(out);
        for (std::size_t i = 0; i < time.steps(); ++i) {
            out.open_group(time.during(i));
            out.rect(at.left, at.top + static_cast<double>(i) * at.size.height,
                     static_cast<double>(g.cols) * at.size.width, at.size.height, "lit");
            out.close_group();
        }
    };
    return written({word, to_string(map), {std::move(moving), std::move(lit)}, time.name(), [&] {
                        return time.css();
                    }});
}

}  // namespace noble::drawing
