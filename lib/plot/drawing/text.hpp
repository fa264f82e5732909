// Text as a picture needs it: how wide it is, how numbers are written, and what XML may hold.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "noble/exact.hpp"
#include "noble/limit.hpp"
#include "noble/polynomial.hpp"

namespace noble::drawing {

enum class face : std::uint8_t { sans, mono };

/// The width in px of UTF-8 text at `size` px: the advances of DejaVu Sans, which is wider than
/// Helvetica, Arial and Inter, so that what fits by this estimate fits in any of them.
double text_width(std::string_view text, double size, face f = face::sans);

/// The text, cut and ended by `…` where it is wider than `width` px.
std::string fitted(const std::string& text, double width, double size, face f = face::sans);

/// The text in at most `most` lines of `width` px, broken at spaces where there are any; the last
/// is cut where more would follow.
std::vector<std::string> wrapped(const std::string& text, double width, double size, face f,
                                 std::size_t most);

/// With & < > " ' as entities, and characters that XML does not allow as U+FFFD.
std::string escaped(std::string_view text);

/// A coordinate: at most two decimals, no trailing zeros, never `-0`.
std::string coordinate(double value);

/// A number for people: `digits` significant digits, with U+2212 as its minus sign.
std::string number(double value, int digits = 6);
/// An integer with U+2212 as its minus sign; from five digits on with thin gaps: 10 000.
std::string number(index_t value);

/// A frequency: `44.1 kHz`.
std::string hertz(double value);
/// `1 sample`, `2 samples`.
std::string samples(const std::string& count);

/// `a, b and c`
std::string listed(const std::vector<std::string>& names);

/// A tap as a label: integers as they are, other numbers to `digits` digits, unknown taps by name.
std::string label(const exact& value, int digits = 4);
std::string label(const polynomial& value, int digits = 4);
/// The same within `width` px, to fewer digits; `…` where two do not fit.
std::string label_within(const exact& value, double width, double size);
std::string label_within(const polynomial& value, double width, double size);

/// What is counted from `base`: `t − 1000000`; the name alone where that is 0.
std::string offset_name(const std::string& name, double base);

/// -12 as ⁻¹².
std::string superscript(index_t value);

}  // namespace noble::drawing
