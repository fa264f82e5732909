// An expression bound to sizes, windows and boundaries: a finite map.
#pragma once

#include <string>

#include "noble/binding.hpp"
#include "options/arguments.hpp"

namespace noble::app {

/// Reads EXPR with the standard vocabulary. Throws parse_error, io_error, limit_error.
expression read_expression(const std::string& text);

/// The binding that the options mean, for a word on so many axes. Throws argument_error where there
/// are more values than axes.
binding binding_from(const binding_options& options, std::size_t axes);

/// The sizes of both axes. Throws argument_error where there are more values than axes.
std::array<index_t, 2> sizes_on(const extents& n, std::size_t axes);

/// The map on `n` samples (banks: on each channel), with one size for all axes or one per axis.
/// Throws argument_error where there are more values than axes, and what `map_of` throws.
linear_map map_of(const expression& a, const extents& n, const binding_options& options);

}  // namespace noble::app
