// Small things that all formats share.
#pragma once

#include <string>
#include <vector>

#include "noble/array.hpp"
#include "noble/signal_format.hpp"

namespace noble::io {

/// The element type that stands at that place in `any_array`, `block` and `const_block`.
sample_type element_type(std::size_t index);

/// Whether an element is complex_64 or complex_128.
bool is_complex(sample_type element);

/// An array's shape, as signed indices.
std::vector<index_t> shape_of(const any_array& samples);

/// "{3, 2}".
std::string shape_text(const std::vector<index_t>& shape);

}  // namespace noble::io
