// Names that mean sequences: unknown kernels, kernel functions.
#pragma once

#include "algebra/parse/value.hpp"

namespace noble::parsing {

/// `q:5`, `q:5@2` after the name, which starts at `begin`: a ':' comes next.
sequence read_declaration(state& s, std::size_t begin, std::string_view name);
/// A bare `q`, declared before; `q@2` must repeat the origin.
sequence read_repeated(state& s, std::size_t begin, std::string_view name);
/// `lowpass(0.25, 63)` after the name: a '(' comes next.
sequence read_kernel(state& s, std::size_t begin, const kernel_function& kernel);

}  // namespace noble::parsing
