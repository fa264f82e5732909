// The four element types that noble computes in: by name, and code that runs in one of them.
#pragma once

#include <array>
#include <complex>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace [[gnu::visibility("default")]] noble {

/// The four element types that noble computes in. Integers become float64.
using float32 = float;
using float64 = double;                   ///< a double
using complex64 = std::complex<float>;    ///< two floats
using complex128 = std::complex<double>;  ///< two doubles

// Scoped enumerators hide nothing, but g++ takes them for shadows of the types above.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
/// In the order of the alternatives of `any_array`.
enum class element_type : std::uint8_t { float32, float64, complex64, complex128 };
#pragma GCC diagnostic pop

/// What is known of one of them.
struct element_entry {
    std::string_view name;    ///< as NumPy calls it
    bool is_complex;          ///< two numbers each
    element_type as_complex;  ///< the type of the same precision that holds complex numbers
};

/// In the order of `element_type`.
inline constexpr std::array element_table{
    element_entry{"float32", false, element_type::complex64},
    element_entry{"float64", false, element_type::complex128},
    element_entry{"complex64", true, element_type::complex64},
    element_entry{"complex128", true, element_type::complex128},
};

/// "float32", "complex128", …
constexpr std::string_view name_of(element_type type) {
    return element_table[static_cast<std::size_t>(type)].name;
}
/// Whether it holds complex numbers.
constexpr bool is_complex(element_type type) noexcept {
    return element_table[static_cast<std::size_t>(type)].is_complex;
}
/// The type of the same precision that holds complex numbers.
constexpr element_type complex_of(element_type type) noexcept {
    return element_table[static_cast<std::size_t>(type)].as_complex;
}

/// By name. Throws argument_error, naming the four.
element_type element_type_from(std::string_view name);

/// f(T()) for the type T of the elements.
template <class F>
decltype(auto) with_element(element_type type, F&& f) {
    switch (type) {
        case element_type::float32:
            return std::forward<F>(f)(float32{});
        case element_type::float64:
            return std::forward<F>(f)(float64{});
        case element_type::complex64:
            return std::forward<F>(f)(complex64{});
        case element_type::complex128:
            break;
    }
    return std::forward<F>(f)(complex128{});
}

/// Whether T is a complex number.
template <class T>
inline constexpr bool is_complex_element = false;
template <class Real>
inline constexpr bool is_complex_element<std::complex<Real>> = true;

/// The element type T.
template <class T>
requires std::is_same_v<T, float32> || std::is_same_v<T, float64> || std::is_same_v<T, complex64> ||
    std::is_same_v<T, complex128>
inline constexpr element_type element_type_of =
    is_complex_element<T>
        ? (sizeof(T) == sizeof(complex64) ? element_type::complex64 : element_type::complex128)
        : (sizeof(T) == sizeof(float32) ? element_type::float32 : element_type::float64);

}  // namespace noble
