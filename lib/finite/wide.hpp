// The types that sums are kept in where nothing is to be lost.
#pragma once

#include <complex>
#include <type_traits>

#include "noble/boundary.hpp"

namespace noble {

/// float64 for real element types, complex128 for complex ones.
template <class T>
using wide = std::conditional_t<std::is_floating_point_v<T>, double, std::complex<double>>;

inline double weight_of(const extension_term& term) {
    return static_cast<double>(term.num) / static_cast<double>(term.den);
}

}  // namespace noble
