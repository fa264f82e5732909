#include "apply/apply_array.hpp"

#include <array>

#include "noble/error.hpp"
#include "noble/evaluate.hpp"

namespace noble::files {
namespace {

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

// The samples of one channel after another, one after the other, as bank::on has them.
template <class T>
any_array apply_bank(const bank& a, const linear_map& map, const xt::xarray<T>& x,
                     const acting& at) {
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

any_array apply_map(const expression& word, const linear_map& map, const any_array& x,
                    const acting& at) {
    return std::visit(
        [&](const auto& array) -> any_array {
            if (const auto* a = std::get_if<bank>(&word)) return apply_bank(*a, map, array, at);
            return map(array, at.axis);
        },
        x);
}

}  // namespace noble::files
