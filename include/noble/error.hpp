// Errors: every exception that noble throws derives from `error`.
//
// A message names what was given, what would fit, and where. Errors are thrown when things are
// composed (a sum of two rates, a product of two shapes), not when they run.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace [[gnu::visibility("default")]] noble {

/// The common base. `what()` is one line, but for `parse_error`.
struct error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A value outside its domain: a factor of 0, a NaN tap, an unknown boundary name.
struct argument_error : error {
    using error::error;
};

/// A sum or comparison of words whose rates (outputs per input) differ.
struct rate_error : error {
    using error::error;
};

/// Finite maps or arrays whose shapes do not fit together.
struct shape_error : error {
    using error::error;
};

/// A file that cannot be read, written, or understood.
struct io_error : error {
    using error::error;
};

/// A size beyond the memory limit, or an index beyond 64 bits; nothing has been allocated.
struct limit_error : error {
    using error::error;
};

/// An expression that does not parse. `what()` holds three lines: the message, the text, a caret.
struct parse_error : error {
    /// The message (three lines) and the caret's column.
    parse_error(const std::string& message, std::size_t column_)
        : error(message), column(column_) {}
    std::size_t column;  ///< 1-based column of the caret, in characters (not bytes)
};

}  // namespace noble
