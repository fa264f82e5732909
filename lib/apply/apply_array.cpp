#include "apply/apply_array.hpp"

#include <array>
#include <string>
#include <utility>

#include "noble/error.hpp"
#include "noble/evaluate.hpp"

namespace noble::app {
namespace {

std::string text_of(const extents& shape) {
    std::string text;
    for (const index_t extent : shape) text += (text.empty() ? "" : ", ") + std::to_string(extent);
    return "(" + text + ")";
}

std::string channels_text(index_t count) {
    return std::to_string(count) + (count == 1 ? " channel" : " channels");
}

// rows × cols, row by row, to cols × rows.
template <class T>
xt::xarray<T> transposed(const xt::xarray<T>& x, index_t rows, index_t cols) {
    require_memory(static_cast<index_t>(x.size()), sizeof(T), "the transposed signal");
    const std::array<std::size_t, 2> shape{static_cast<std::size_t>(cols),
                                           static_cast<std::size_t>(rows)};
    auto y = xt::xarray<T>::from_shape(shape);
    for (index_t i = 0; i < rows; ++i) {
        for (index_t j = 0; j < cols; ++j) y.data()[j * rows + i] = x.data()[i * cols + j];
    }
    return y;
}

// The channels that come into, and out of, the finite map of a bank.
struct channel_counts {
    index_t in;
    index_t out;
};

channel_counts channels_of(const bank& a, bool transpose) {
    if (transpose) return {a.outputs(), a.inputs()};
    return {a.inputs(), a.outputs()};
}

extents bank_counts(const bank& a, const extents& shape, const placement& at) {
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

// The samples of one channel after another, one after the other, as bank::on has them.
template <class T>
any_array apply_bank(const bank& a, const linear_map& map, const xt::xarray<T>& x,
                     const placement& at) {
    const extents shape(x.shape().begin(), x.shape().end());
    const bool flat = shape.size() == 1;
    const bool samples_first = !flat && resolve_axis(at.axis, shape.size()) == 0;
    const auto channels = channels_of(a, at.transpose);
    xt::xarray<T> stacked = samples_first ? transposed(x, shape[0], shape[1]) : x;
    stacked.reshape({stacked.size()});
    xt::xarray<T> y = map(stacked, 0);
    const index_t length = map.rows() / channels.out;
    if (samples_first) return transposed(y, channels.out, length);
    if (!flat || channels.out > 1) {
        y.reshape({static_cast<std::size_t>(channels.out), static_cast<std::size_t>(length)});
    }
    return y;
}

}  // namespace

extents shape_of(const any_array& x) {
    return std::visit(
        [](const auto& array) { return extents(array.shape().begin(), array.shape().end()); }, x);
}

extents sample_counts(const expression& word, const extents& shape, const placement& at) {
    if (const auto* a = std::get_if<bank>(&word)) return bank_counts(*a, shape, at);
    const std::size_t axis = resolve_axis(at.axis, shape.size());
    if (std::holds_alternative<op>(word)) return {shape[axis]};
    if (axis == 0) {
        throw shape_error("a word on two axes needs the axis " + std::to_string(at.axis) +
                          " and the one before it; the input has the shape " + text_of(shape));
    }
    return {shape[axis - 1], shape[axis]};
}

any_array apply_map(const expression& word, const linear_map& map, const any_array& x,
                    const placement& at) {
    return std::visit(
        [&](const auto& array) -> any_array {
            if (const auto* a = std::get_if<bank>(&word)) return apply_bank(*a, map, array, at);
            return map(array, at.axis);
        },
        x);
}

}  // namespace noble::app
