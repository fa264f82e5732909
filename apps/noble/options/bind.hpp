// An expression bound to sizes, windows and boundaries: a finite map.
#pragma once

#include <optional>
#include <string>

#include "noble/linear_map.hpp"
#include "noble/parse.hpp"
#include "options/arguments.hpp"

namespace noble::app {

/// Reads EXPR with the standard vocabulary. Throws parse_error, io_error, limit_error.
expression read_expression(const std::string& text);

/// How many axes an expression acts on: 2 for kron words, else 1.
std::size_t axes_of(const expression& a);

/// The map on `n` samples (banks: on each channel), with one size for all axes or one per axis.
/// Throws argument_error where there are more values than axes, and what binding throws.
linear_map map_of(const expression& a, const extents& n, const binding_options& options);

/// A word, the window of outputs and the boundary that make it a finite map.
struct bound_word {
    op word;
    noble::window window = noble::window::same;
    noble::boundary boundary = noble::boundary::zero;
};

/// The bound word whose finite map is that of `a`; of its transpose on `n` samples, where that is
/// asked for and the boundary is zero: A.on(n, {f, m}).T = (A.T · delay(f)).on(m, {0, n}). Throws
/// argument_error where options have values for two axes.
bound_word bind_word(const op& a, const extents& n, const binding_options& options);

/// Outputs per input on the first axis of the word (banks: of every output channel); nothing for a
/// bank whose outputs have different rates.
std::optional<rate> rate_of(const expression& a);

/// Throws argument_error, naming the unknown taps, where there are any.
void require_known_taps(const expression& a);

}  // namespace noble::app
