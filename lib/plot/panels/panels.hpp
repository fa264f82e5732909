// The pictures that a page is made of.
#pragma once

#include <optional>
#include <vector>

#include "noble/bank.hpp"
#include "noble/op2d.hpp"
#include "plot/drawing/grid.hpp"
#include "plot/drawing/panel.hpp"
#include "plot/panels/filters.hpp"

namespace noble::drawing {

/// Stems, each filter by itself.
panel taps_panel(const filter_list& filters, std::optional<double> rate);

/// The taps of a word on two axes as an image.
panel kernel_panel(const op2d& a);

/// Magnitude, and group delay or phase. Filters that work at different rates share the axis in
/// fractions of their own Nyquist frequency, or in Hz.
panel response_panel(const filter_list& filters, std::optional<double> rate, bool phase);

/// Branches r = 0 … L−1 of a form with L > 1: c_r over the offset o; of a form with L = 1 and
/// M > 1, branches m = 0 … M−1: c_0 at the offsets o = M·w + m, over w.
panel polyphase_panel(const canonical<exact>& form);

/// The matrix of a map, its rows and columns named after outputs and inputs.
grid matrix_grid(const linear_map& map);
/// A matrix with its scale.
panel matrix_panel(const linear_map& map);
/// The same of any grid, with one cell for each block.
panel grid_panel(std::string heading, std::string note, const grid& full, const blocks& block);

/// Blocks that make a grid no larger than most_cells either way.
blocks blocks_of(const grid& g);

/// Where grid_panel puts a grid of blocks of one cell.
struct grid_place {
    double left = 0;
    double top = 0;
    cell_size size;
};
grid_place place_of(const grid& g);

panel diagram_panel(const op& a);
panel diagram_panel(const op2d& a);
panel diagram_panel(const bank& a);

}  // namespace noble::drawing
