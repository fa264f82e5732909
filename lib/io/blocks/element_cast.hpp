// One value in another element type.
#pragma once

#include <type_traits>

#include "noble/element_type.hpp"

namespace noble::io {

/// A value in the element type To, rounded: integers to float64 first, which is what they are read
/// as. Complex values only where To is complex.
template <class To, class From>
To element_cast(const From& value) {
    if constexpr (std::is_integral_v<From> && !std::is_same_v<To, float64>) {
        return element_cast<To>(static_cast<float64>(value));
    } else if constexpr (is_complex_element<To> && !is_complex_element<From>) {
        return To(static_cast<typename To::value_type>(value));
    } else if constexpr (is_complex_element<From> && !is_complex_element<To>) {
        return static_cast<To>(value.real());
    } else {
        return static_cast<To>(value);
    }
}

}  // namespace noble::io
