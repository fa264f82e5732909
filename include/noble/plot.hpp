// Pictures of words, as self-contained SVG for light and dark pages.
//
//     write_file("out.svg", plot(down(2) * conv(q)));        // diagram, taps, response, …
//     write_file("moving.svg", animate(conv(q) * up(2), 4)); // the kernel slides over the input
//
// Numbers are exact until they are drawn. A picture's size does not grow with the number of taps:
// where they are denser than pixels, the least and the greatest of each column are drawn.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "noble/animate.hpp"
#include "noble/bank.hpp"
#include "noble/linear_map.hpp"
#include "noble/op.hpp"
#include "noble/op2d.hpp"
#include "noble/sequence.hpp"

namespace [[gnu::visibility("default")]] noble {

// g++ 12 takes the enumerators of a scoped enumeration for names of the namespace.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
/// What can be drawn of a word with the smallest period (L, M).
enum class picture : std::uint8_t {
    diagram,    ///< its letters as blocks, the signal from left to right
    stems,      ///< taps over their index: of the filter h in y = ↓M h ↑L x, or of each phase
    response,   ///< magnitude (dB), and group delay (samples) or phase, over frequency
    polyphase,  ///< branches: a row for each of L outputs, or a column for each of M inputs
    matrix,     ///< the entries of a finite map, coloured by value
};
#pragma GCC diagnostic pop

/// All of them.
inline constexpr std::array pictures{picture::diagram, picture::stems, picture::response,
                                     picture::polyphase, picture::matrix};

/// The name, which picture_from reads.
std::string to_string(picture p);
/// By name. Throws argument_error, naming the five, otherwise.
picture picture_from(const std::string& name);

/// What is drawn of a word, and how.
struct plot_options {
    /// In this order; none: all that apply (taps, response and polyphase need numbers).
    std::vector<picture> pictures{};
    /// Samples per second of the input: frequencies are in Hz, not fractions of Nyquist.
    std::optional<double> rate{};
    /// The phase below the magnitude, not the group delay.
    bool phase = false;
    /// The matrix that is drawn; unless given, of the word on as many samples as show its pattern.
    std::optional<linear_map> map{};
    /// What stands above; the word, with long lists of taps cut, unless given.
    std::string title{};
};

/// A page with the pictures of a word, below 300 kB. Throws argument_error where a picture is asked
/// for that the word has not (the taps of `q:3`; the response of a word in two dimensions), or
/// where `rate` is not positive; limit_error from the canonical form or the matrix.
std::string plot(const op& a, const plot_options& options = {});
/// Diagram, kernel (`taps`) and matrix.
std::string plot(const op2d& a, const plot_options& options = {});
/// Diagram, matrix, and the taps and responses of its words.
std::string plot(const bank& a, const plot_options& options = {});
/// The taps, and their response.
std::string plot(const sequence& q, const plot_options& options = {});
/// The matrix of a map, in no more than 64 cells across and down.
std::string plot(const linear_map& a);

/// For a cell of a notebook, in well under a second: taps, response and matrix as HTML of less than
/// 100 kB; where the word is too large for that, its text. Never throws for what the word is.
std::string to_html(const op& a);
/// The same of a word on two axes.
std::string to_html(const op2d& a);
/// The same of a bank.
std::string to_html(const bank& a);
/// The same of taps.
std::string to_html(const sequence& q);
/// The same of a finite map.
std::string to_html(const linear_map& a);

}  // namespace noble
