// Shapes as messages say them.
#pragma once

#include <string>
#include <vector>

#include "noble/limit.hpp"

namespace noble::io {

/// "{3, 2}".
std::string shape_text(const std::vector<index_t>& shape);

}  // namespace noble::io
