// Shapes of maps as messages say them.
#pragma once

#include <string>

#include "noble/linear_map.hpp"

namespace noble {

/// "15", or "(5, 3)" for an array of two axes.
inline std::string axes_text(const extents& shape) {
    if (shape.size() == 1) return std::to_string(shape.front());
    std::string text;
    for (const index_t n : shape) text += (text.empty() ? "(" : ", ") + std::to_string(n);
    return text + ")";
}

/// "15 x 9", or "(5, 3) x (3, 3)".
inline std::string shape_text(const linear_map& a) {
    return axes_text(a.out_shape()) + " x " + axes_text(a.in_shape());
}

}  // namespace noble
