// Arrays are xtensor's. This is the one header that includes it, for both of its layouts
// (xtensor moved its headers into folders after 0.25).
#pragma once

#if __has_include(<xtensor/xtensor.hpp>)
#include <xtensor/xadapt.hpp>
#include <xtensor/xarray.hpp>
#include <xtensor/xtensor.hpp>
#else
#include <xtensor/containers/xadapt.hpp>
#include <xtensor/containers/xarray.hpp>
#include <xtensor/containers/xtensor.hpp>
#endif

#include <variant>
#include <vector>

#include "noble/element_type.hpp"
#include "noble/limit.hpp"

namespace [[gnu::visibility("default")]] noble {

/// An N-dimensional array (row-major) of any of the four element types; integers become float64.
using any_array = std::variant<xt::xarray<float32>, xt::xarray<float64>, xt::xarray<complex64>,
                               xt::xarray<complex128>>;

/// The array's element type.
inline element_type type_of(const any_array& array) noexcept {
    return static_cast<element_type>(array.index());
}

/// The array's extents, one for each dimension.
inline std::vector<index_t> shape_of(const any_array& array) {
    return std::visit(
        [](const auto& values) {
            return std::vector<index_t>(values.shape().begin(), values.shape().end());
        },
        array);
}

}  // namespace noble
