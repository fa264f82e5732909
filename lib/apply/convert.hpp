// Arrays in another element type.
#pragma once

#include <string>

#include "noble/array.hpp"

namespace noble::files {

/// The array in another type, rounded to it. Throws argument_error where an imaginary part would
/// be lost, naming the `option` that asked for it; limit_error.
any_array converted(any_array array, element_type type, const std::string& option);

}  // namespace noble::files
