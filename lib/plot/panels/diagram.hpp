// Block diagrams: boxes on a wire, laid out from the inside out.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "plot/drawing/canvas.hpp"

namespace noble::drawing {

/// A part of a diagram with its wire entering at (0, 0) and leaving at (width, 0).
struct block {
    double width = 0;
    double above = 0;  ///< room above the wire
    double below = 0;
    bool bare = false;  ///< begins with a wire: an arrow would point at nothing
    std::function<void(canvas&)> draw;
};

/// A rectangle on the wire with a text in it, and one below it.
block box(const std::string& text, const std::string& below, bool resampler);
/// A gain: a triangle with its value below.
block gain(const std::string& value);
/// A filter: its taps as small stems (values within −1 … 1; none: unknown), its name below.
block filter_box(const std::vector<double>& stems, const std::string& name);
/// A word at an end of the wire.
block terminal(const std::string& text);
/// A bare piece of wire.
block wire(double width);
/// Blocks in the order of the signal.
block chain(const std::vector<block>& parts);
/// One input to all branches, and their sum.
block parallel(const std::vector<block>& branches);
/// One input to all branches, which end apart; branches with inputs of their own, and their sum.
block fan_out(const std::vector<block>& branches);
block fan_in(const std::vector<block>& branches);
/// Parts below one another that share nothing.
block stacked(const std::vector<block>& parts);
/// A dashed frame with a caption.
block framed(const block& inner, const std::string& caption);

}  // namespace noble::drawing
