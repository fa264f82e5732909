// Element types by the names that people give them.
#pragma once

#include <complex>
#include <type_traits>

namespace noble::engine {

/// float32, float64, complex64 or complex128.
template <class T>
constexpr const char* element_name() {
    if (std::is_same_v<T, float>) return "float32";
    if (std::is_same_v<T, double>) return "float64";
    return std::is_same_v<T, std::complex<float>> ? "complex64" : "complex128";
}

}  // namespace noble::engine
