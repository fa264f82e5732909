// Evaluation of words and maps on xtensor arrays: A(x) and y ← αAx + βy.
//
//     a(x)                        every output an input reaches (window::full), last axis
//     a(x, window::same)          the outputs on the input's time span
//     a.on(n)(x, 0)               a finite map along axis 0
//     multiply(map, x, y, 2, 1)   y ← 2·A x + y
//
// Arrays may be containers or views of any stride; lazy expressions are evaluated first.
#pragma once

#include <complex>
#include <cstddef>
#include <type_traits>

#include "noble/array.hpp"
#include "noble/huge_pages.hpp"
#include "noble/linear_map.hpp"
#include "noble/strided_array.hpp"

namespace [[gnu::visibility("default")]] noble {

namespace detail {

template <class Array>
concept strided = xt::has_data_interface<Array>::value && xt::has_strides<Array>::value;

/// The element type that noble computes in for arrays of V.
template <class V>
using computed =
    std::conditional_t<std::is_same_v<V, float> || std::is_same_v<V, std::complex<float>> ||
                           std::is_same_v<V, std::complex<double>>,
                       V, double>;

template <class T, class Array>
strided_array<T> view_of(Array& x) {
    strided_array<T> view{x.data() + x.data_offset(), {}, {}};
    view.shape.assign(x.shape().begin(), x.shape().end());
    view.strides.assign(x.strides().begin(), x.strides().end());
    return view;
}

/// Calls f with a strided view of x, evaluated and converted first where that is needed.
template <class T, class Array, class F>
void with_view(const Array& x, const F& f) {
    if constexpr (strided<Array> && std::is_same_v<typename Array::value_type, T>) {
        f(view_of<const T>(x));
    } else {
        const xt::xarray<T> evaluated = xt::cast<T>(x);
        f(view_of<const T>(evaluated));
    }
}

/// An xtensor of the rank of Array where that is fixed, else an xarray.
template <class T, class Array>
auto allocate(const extents& shape) {
    constexpr std::size_t rank = xt::get_rank<Array>::value;
    if constexpr (rank != SIZE_MAX) {
        typename xt::xtensor<T, rank>::shape_type fixed{};
        std::copy(shape.begin(), shape.end(), fixed.begin());
        return xt::xtensor<T, rank>(fixed);
    } else {
        return xt::xarray<T>(typename xt::xarray<T>::shape_type(shape.begin(), shape.end()));
    }
}

}  // namespace detail

/// y ← αAx + βy for xtensor containers and views x, y of one element type.
template <class X, class Y>
void multiply(const linear_map& a, const X& x, Y&& y,
              typename std::decay_t<Y>::value_type alpha = 1,
              typename std::decay_t<Y>::value_type beta = 0, int axis = -1) {
    using value = typename std::decay_t<Y>::value_type;
    static_assert(detail::strided<std::decay_t<Y>>, "y must be a container or a strided view");
    detail::with_view<value>(x, [&](const strided_array<const value>& in) {
        multiply<value>(a, in, detail::view_of<value>(y), alpha, beta, axis);
    });
}

template <class Array>
auto linear_map::operator()(const Array& x, int axis) const {
    using value = detail::computed<typename Array::value_type>;
    const extents in(x.shape().begin(), x.shape().end());
    const extents out = output_shape(*this, in, axis);
    require_memory(element_count(out), sizeof(value), "the result");
    auto y = detail::allocate<value, Array>(out);
    prefer_huge_pages(y.data(), y.size() * sizeof(value));
    multiply(*this, x, y, 1, 0, axis);
    return y;
}

template <class Array>
requires(!std::is_convertible_v<const Array&, sequence>) auto op::operator()(const Array& x,
                                                                             const window& w,
                                                                             boundary b,
                                                                             int axis) const {
    const auto n = static_cast<index_t>(x.shape()[resolve_axis(axis, x.shape().size())]);
    return on(n, w, b)(x, axis);
}

}  // namespace noble
