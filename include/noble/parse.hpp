// The expression language: one grammar for C++, the command line and Python.
//
//     down(2) * conv([1 2 1]@1)          ↓2 · conv([1 2 1]@1)
//     (conv(q:5) * up(3)).T == down(3) * conv(q).T
//
// Tightest first: postfix (.T .H ᵀ ᴴ, application to a sequence), ^, unary −, * and ·, + and −,
// then ==. Depth and size are bounded.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "noble/bank.hpp"
#include "noble/op.hpp"
#include "noble/op2d.hpp"
#include "noble/sequence.hpp"

namespace [[gnu::visibility("default")]] noble {

/// What an expression can be.
using expression = std::variant<op, op2d, bank>;

/// A word that stood before .T (or .H) in the text: reading pushes it to the letters.
struct transposition {
    op of;                 ///< the word before .T
    bool adjoint = false;  ///< .H
};

/// A part of a text: the bytes [begin, end).
struct text_span {
    std::size_t begin = 0;  ///< the first of them
    std::size_t end = 0;    ///< one past the last
};

/// `left == right`, as `prove` takes it.
struct equation {
    expression left;                          ///< before ==
    expression right;                         ///< after ==
    std::vector<transposition> transposed{};  ///< in the order of the text
    text_span left_span{};                    ///< where the sides are written, without spaces
    text_span right_span{};                   ///< around them
};

/// An argument of a kernel function: a number (exact) or a quoted text.
using kernel_argument = std::variant<exact, std::string>;

/// A function of the language that returns taps: lowpass(0.25, 63), box(5), file("taps.npy").
struct kernel_function {
    std::string usage;  ///< as shown in errors: `lowpass(CUTOFF, TAPS)`
    /// Throws argument_error where the arguments do not fit.
    std::function<sequence(const std::vector<kernel_argument>&)> make;
};

/// What names mean while parsing.
struct vocabulary {
    std::map<std::string, kernel_function> kernels;  ///< by name
    std::map<std::string, index_t> variables;        ///< integer variables, as of `--for`
};

/// Throws parse_error (column, caret, what was expected), and whatever composing throws
/// (rate_error, argument_error, limit_error) as parse_error at the place where it happened, except
/// io_error and limit_error, which pass through.
expression parse_expression(std::string_view text, const vocabulary& words);
/// Two expressions that share their unknown taps: the second may use those that the first declares.
std::pair<expression, expression> parse_expressions(std::string_view first, std::string_view second,
                                                    const vocabulary& words);
/// `A == B`. Throws as parse_expression.
equation parse_equation(std::string_view text, const vocabulary& words);
/// Taps: `[1 2 1]@1`, `lowpass(0.2, 63)`, `q:5`. Throws as parse_expression.
sequence parse_sequence(std::string_view text, const vocabulary& words);

/// Designs (lowpass, highpass, bandpass, box, triangle) and file("…").
const vocabulary& standard_vocabulary();

/// One-dimensional words with the standard vocabulary: parse("down(2) * conv([1 2 1])").
op parse(std::string_view text);

}  // namespace noble
