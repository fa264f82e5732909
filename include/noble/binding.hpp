// From expressions to finite maps: windows, boundaries and sizes for each axis.
#pragma once

#include <array>
#include <cstddef>

#include "noble/boundary.hpp"
#include "noble/linear_map.hpp"
#include "noble/parse.hpp"
#include "noble/window.hpp"

namespace [[gnu::visibility("default")]] noble {

/// What makes a finite map of an expression on given sizes. Words on two axes (kron) take a window
/// and a boundary for each, all others the first.
struct binding {
    std::array<window, 2> windows{window::same, window::same};           ///< outputs kept
    std::array<boundary, 2> boundaries{boundary::zero, boundary::zero};  ///< the signal outside
    bool transpose = false;  ///< the transpose of that map
};

/// How many axes an expression acts on: 2 for kron words, else 1.
std::size_t axes_of(const expression& a);

/// The map on `n` samples of each axis (banks: of each channel). Throws what `on` throws.
linear_map map_of(const expression& a, const std::array<index_t, 2>& n, const binding& how);

/// Throws argument_error, naming the unknown taps, where there are any.
void require_known_taps(const expression& a);

}  // namespace noble
