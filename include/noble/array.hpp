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

#include <complex>
#include <variant>

namespace [[gnu::visibility("default")]] noble {

/// The four element types that noble computes in. Integers become float64.
using float32 = float;
using float64 = double;                   ///< a double
using complex64 = std::complex<float>;    ///< two floats
using complex128 = std::complex<double>;  ///< two doubles

/// An N-dimensional array (row-major) of any of the four element types.
using any_array = std::variant<xt::xarray<float32>, xt::xarray<float64>, xt::xarray<complex64>,
                               xt::xarray<complex128>>;

}  // namespace noble
