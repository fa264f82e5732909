// A rectangle with axes, and what is drawn within: stems and curves.
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "plot/drawing/canvas.hpp"
#include "plot/drawing/ticks.hpp"

namespace noble::drawing {

struct frame {
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;
    range x;
    range y;
    [[nodiscard]] double at_x(double value) const {
        return left + (value - x.low) / x.length() * width;
    }
    [[nodiscard]] double at_y(double value) const {
        return top + height - (value - y.low) / y.length() * height;
    }
};

/// The room that an axis takes: labels to the left, the unit above, ticks (and their unit) below.
inline constexpr double left_room = 56;
inline constexpr double unit_room = 18;
inline constexpr double tick_room = 18;
inline constexpr double below_room = 34;

/// Grid lines and labels of the y axis, the unit above it.
void draw_y_axis(canvas& out, const frame& f, const std::string& unit, int most_ticks = 5);
void draw_y_axis(canvas& out, const frame& f, const std::string& unit, const tick_list& list);
/// Ticks below the frame, and the unit below them (an empty one takes no room).
void draw_x_axis(canvas& out, const frame& f, const std::string& unit, double least_step = 0);
/// Vertical grid lines where draw_x_axis puts its ticks.
void draw_x_grid(canvas& out, const frame& f, double least_step = 0);

struct curve_style {
    std::string cls;
    double column = 0.75;  ///< px
    /// The line is broken where y jumps by more than this.
    double jump = std::numeric_limits<double>::infinity();
};

/// Points of equal spacing in x joined by a line: broken where y is NaN, or below the frame, for
/// more than 2 px. Where they are denser than columns, the least and the greatest of each are kept.
void draw_curve(canvas& out, const frame& f, const std::vector<point>& points,
                const curve_style& style);

/// One line and a name for each series, from the right edge of the frame leftwards, above it.
void draw_legend(canvas& out, const frame& f, const std::vector<std::string>& names);

/// `points` without those that lie within `tolerance` px of the line through their neighbours
/// (Ramer, 1972; Douglas and Peucker, 1973).
std::vector<point> simplified(const std::vector<point>& points, double tolerance);

}  // namespace noble::drawing
