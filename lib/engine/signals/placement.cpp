#include "engine/signals/placement.hpp"

#include <algorithm>

#include "noble/error.hpp"

namespace noble::engine {

std::string text_of(const extents& shape) {
    std::string text = "(";
    for (std::size_t i = 0; i < shape.size(); ++i) {
        text += (i > 0 ? ", " : "") + std::to_string(shape[i]);
    }
    return text + ")";
}

namespace {

bool matches(const extents& array, std::size_t first, const extents& shape) {
    return std::equal(shape.begin(), shape.end(),
                      array.begin() + static_cast<std::ptrdiff_t>(first));
}

}  // namespace

placement place_inputs(const linear_map& a, const extents& in, int axis) {
    const std::size_t last = resolve_axis(axis, in.size());
    const std::size_t rank = a.in_shape().size();
    if (last + 1 >= rank && matches(in, last + 1 - rank, a.in_shape())) {
        return {last + 1 - rank, last};
    }
    if (in[last] == a.cols()) return {last, last};
    throw shape_error(to_string(a) + " takes " + text_of(a.in_shape()) + " samples and is given " +
                      std::to_string(in[last]) + " along axis " + std::to_string(last) +
                      " of an array of shape " + text_of(in));
}

namespace {

// A map on one axis that holds all of its own flattened leaves its outputs flattened too.
bool is_flat(const linear_map& a, const placement& at) {
    return at.first == at.last && a.in_shape().size() > 1;
}

}  // namespace

placement place_outputs(const linear_map& a, const placement& at) {
    return {at.first, is_flat(a, at) ? at.first : at.first + a.out_shape().size() - 1};
}

extents shape_of_outputs(const linear_map& a, const extents& in, const placement& at) {
    const auto& middle = a.out_shape();
    extents out;
    out.reserve(in.size() + middle.size());
    out.insert(out.end(), in.begin(), in.begin() + static_cast<std::ptrdiff_t>(at.first));
    if (is_flat(a, at)) {
        out.push_back(a.rows());
    } else {
        out.insert(out.end(), middle.begin(), middle.end());
    }
    out.insert(out.end(), in.begin() + static_cast<std::ptrdiff_t>(at.last) + 1, in.end());
    return out;
}

bool is_shape_of_outputs(const linear_map& a, const extents& in, const placement& at,
                         const extents& out) {
    const placement to = place_outputs(a, at);
    if (out.size() - to.last != in.size() - at.last || out.size() <= to.last) return false;
    const auto begin = [](const extents& shape, std::size_t i) {
        return shape.begin() + static_cast<std::ptrdiff_t>(i);
    };
    return std::equal(in.begin(), begin(in, at.first), out.begin()) &&
           (is_flat(a, at) ? out[to.first] == a.rows() : matches(out, to.first, a.out_shape())) &&
           std::equal(begin(in, at.last + 1), in.end(), begin(out, to.last + 1));
}

}  // namespace noble::engine
