// The four element types by name, and arrays converted between them.
#pragma once

#include <cstdint>
#include <string>

#include "noble/array.hpp"
#include "noble/signal_format.hpp"

namespace noble::app {

enum class element_type : std::uint8_t { float32, float64, complex64, complex128 };

bool is_complex(element_type type) noexcept;

/// Throws argument_error, naming the four.
element_type element_type_from(const std::string& name);
std::string to_string(element_type type);

element_type type_of(const any_array& array) noexcept;

/// The same as a file's sample type, and back.
sample_type type_of_file(element_type type) noexcept;
element_type element_type_of(sample_type element) noexcept;

/// The type of the same precision that holds complex numbers.
element_type complex_of(element_type type) noexcept;

/// The array in another type, rounded to it. Throws argument_error where an imaginary part would
/// be lost, limit_error.
any_array converted(any_array array, element_type type);

}  // namespace noble::app
