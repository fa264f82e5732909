#include "plot/panels/kernel2d.hpp"
#include "plot/panels/panels.hpp"

namespace noble::drawing {

panel kernel_panel(const op2d& a) {
    const std::string heading = "Kernel h[t₀, t₁]";
    const grid g = kernel_grid(a);
    if (g.cells.empty()) {
        return message(heading,
                       "None: the word is zero, changes with the position, or has more taps than "
                       "can be drawn.");
    }
    const std::string note = number(g.rows) + " × " + number(g.cols) + ", " +
                             number(static_cast<index_t>(g.cells.size())) + " not zero";
    return grid_panel(heading, note, g, blocks_of(g));
}

}  // namespace noble::drawing
