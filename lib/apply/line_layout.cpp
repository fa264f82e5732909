#include "apply/line_layout.hpp"

#include "noble/strided_array.hpp"

namespace noble::files {

line_layout layout_of(const signal_header& header, std::size_t axis) {
    if (axis == 0) return {1, header.shape[0], frame_size(header)};
    return {element_count({header.shape.begin(), header.shape.end() - 1}), header.shape.back(), 1};
}

}  // namespace noble::files
