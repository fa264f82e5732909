// The style sheet of every picture, for light and dark, and the classes that it defines.
//
//     fN            text of N px, N = 9 … 15; `mid`, `end`, `mono`, `bold`
//     ink mut inv   text: plain, secondary, on a strong colour
//     axis grid     thin lines;  wire: of a block diagram;  hair: cell borders
//     box tint      shapes: neutral, of ↓ and ↑;  ghost: dashed;  sheet: the page
//     sample lit done   animations: input, what is looked at, what has been made
//     c0 … c5       colours of series;  m0 … m16: from negative through zero (m8) to positive
//     ln dot area   what a colour does: a line, filled, filled and pale;  cell run: matrices (pale)
#pragma once

#include <string>

namespace noble::drawing {

inline constexpr int series_colours = 6;
inline constexpr int most_level = 8;  ///< of a diverging colour, either side of zero

std::string style_sheet();

/// `c0` … of series i.
std::string series_class(std::size_t i);

/// `m0` … `m16` of a value in a range symmetric about 0 (most > 0): never m8 but for zero itself.
std::string level_class(double value, double most);
/// Whether text on that colour needs the class `inv`.
bool level_is_strong(double value, double most);

}  // namespace noble::drawing
