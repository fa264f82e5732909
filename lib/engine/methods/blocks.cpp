#include "engine/methods/blocks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace noble::engine {
namespace {

// Taps whose spectrum, divided by F, comes near the least normal number lose digits to a transform.
template <class T>
bool is_tiny(const canonical<T>& form, index_t points) {
    using limits = std::numeric_limits<real_of<T>>;
    real_of<T> largest = 0;
    for (const auto& t : form.taps()) largest = std::max(largest, std::abs(t.value));
    return largest < static_cast<real_of<T>>(points) * (limits::min() / limits::epsilon());
}

}  // namespace

template <class T>
std::optional<block_grid> blocks_of(const canonical<T>& form) {
    const auto span = span_of_filters(form);
    if (!span) return std::nullopt;
    auto grid = blocks_of<T>(*span, form.outputs(), form.inputs());
    if (grid && is_tiny(form, grid->block.points)) grid.reset();
    return grid;
}

reach inputs_read(const block_grid& grid) {
    const index_t tile = grid.tile();
    const index_t first = grid.first_input(0);
    const index_t last = first + grid.tile_inputs() - 1;
    std::vector<reach::row> rows{{0, first, last}};
    if (tile > 1) rows.push_back({tile - 1, first, last});
    return {tile, grid.blocks * grid.step(), std::move(rows)};
}

template std::optional<block_grid> blocks_of(const canonical<float>&);
template std::optional<block_grid> blocks_of(const canonical<double>&);
template std::optional<block_grid> blocks_of(const canonical<std::complex<float>>&);
template std::optional<block_grid> blocks_of(const canonical<std::complex<double>>&);

}  // namespace noble::engine
