#include "io/blocks/shape.hpp"

namespace noble::io {

std::string shape_text(const std::vector<index_t>& shape) {
    std::string text = "{";
    for (std::size_t i = 0; i < shape.size(); ++i) {
        text += (i > 0 ? ", " : "") + std::to_string(shape[i]);
    }
    return text + "}";
}

}  // namespace noble::io
