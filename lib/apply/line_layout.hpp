// The samples of a signal in the file's order.
#pragma once

#include "noble/signal_header.hpp"

namespace noble::files {

/// `lines` one after another, of `length` frames each.
struct line_layout {
    index_t lines = 1;
    index_t length = unknown_length;
    index_t channels = 1;
};

/// Along the first axis all other axes are channels; along the last each row is a line.
line_layout layout_of(const signal_header& header, std::size_t axis);

}  // namespace noble::files
