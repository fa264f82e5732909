// A matrix as cells: numbers by a diverging colour, complex ones by magnitude, unknown taps by a
// colour for each of their names.
#pragma once

#include <string>
#include <vector>

#include "noble/matrix.hpp"
#include "plot/drawing/canvas.hpp"

namespace noble::drawing {

struct grid_cell {
    index_t row = 0;
    index_t col = 0;
    double value = 0;     ///< or its magnitude; of unknown taps, the series of its colour
    std::string label{};  ///< empty where there are too many cells for labels
};

enum class grid_kind : std::uint8_t { real, complex, names };

struct grid {
    index_t rows = 0;
    index_t cols = 0;
    std::vector<grid_cell> cells;  ///< those that are not zero, by row, then column
    grid_kind kind = grid_kind::real;
    double most = 0;        ///< the greatest |value|
    index_t first_row = 0;  ///< the index that row 0 stands for
    index_t first_col = 0;
    std::string row_name = "row";
    std::string col_name = "column";
};

/// The cells of a matrix; labelled where it is small enough to be read.
template <class Scalar>
grid grid_of(const csr<Scalar>& a);

/// In the scalar that the map needs, as numbers where it is large.
grid grid_of(const linear_map& a);

/// The largest matrix whose cells are drawn one by one: of a larger one, each cell shows the entry
/// of greatest magnitude in a block.
inline constexpr index_t most_cells = 64;

/// Blocks of so many rows and columns are one cell.
struct blocks {
    index_t rows = 1;
    index_t cols = 1;
};

/// The grid with one cell for each block.
grid coarse(const grid& g, const blocks& size);

/// How large cells are drawn.
struct cell_size {
    double width = 0;
    double height = 0;
    bool labelled = false;
};

/// The colours of the cells, and their labels where they have room, with the first cell's corner at
/// (0, 0).
void draw_cells(canvas& out, const grid& g, const cell_size& size);

}  // namespace noble::drawing
