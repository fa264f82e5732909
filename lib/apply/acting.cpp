#include "apply/acting.hpp"

#include <string>

#include "noble/error.hpp"
#include "noble/strided_array.hpp"

namespace noble::files {
namespace {

std::string text_of(const extents& shape) {
    std::string text;
    for (const index_t extent : shape) text += (text.empty() ? "" : ", ") + std::to_string(extent);
    return "(" + text + ")";
}

std::string channels_text(index_t count) {
    return std::to_string(count) + (count == 1 ? " channel" : " channels");
}

extents bank_counts(const bank& a, const extents& shape, const acting& at) {
    const std::size_t axis = resolve_axis(at.axis, shape.size());
    if (shape.size() > 2) {
        throw shape_error("a bank acts on samples and channels, not on an array of shape " +
                          text_of(shape));
    }
    const index_t given = shape.size() == 2 ? shape[1 - axis] : 1;
    const index_t wanted = channels_of(a, at.transpose).in;
    if (given != wanted) {
        throw shape_error(to_string(a) + (at.transpose ? ", transposed, takes " : " takes ") +
                          channels_text(wanted) + ", and the input has " + std::to_string(given));
    }
    return {shape[axis]};
}

}  // namespace

channel_counts channels_of(const bank& a, bool transpose) {
    if (transpose) return {a.outputs(), a.inputs()};
    return {a.inputs(), a.outputs()};
}

extents sample_counts(const expression& word, const extents& shape, const acting& at) {
    if (const auto* a = std::get_if<bank>(&word)) return bank_counts(*a, shape, at);
    const std::size_t axis = resolve_axis(at.axis, shape.size());
    if (std::holds_alternative<op>(word)) return {shape[axis]};
    if (axis == 0) {
        throw shape_error("a word on two axes needs the axis " + std::to_string(at.axis) +
                          " and the one before it; the input has the shape " + text_of(shape));
    }
    return {shape[axis - 1], shape[axis]};
}

}  // namespace noble::files
