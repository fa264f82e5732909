// Where an axis has its ticks: at multiples of 1, 2 or 5 times a power of ten.
#pragma once

#include <string>
#include <vector>

namespace noble::drawing {

struct range {
    double low = 0;
    double high = 1;
    [[nodiscard]] double length() const noexcept { return high - low; }
};

struct tick {
    double at = 0;
    std::string label;
};

struct tick_list {
    std::vector<tick> ticks;
    std::string factor;  ///< what the labels are to be multiplied by: `×10⁻³`; empty for 1
};

/// The least 1-2-5 step that puts at most `most` ticks on the range; at least `least_step`.
double tick_step(range r, int most, double least_step = 0);

/// The ticks of a range, at most `most` of them (≥ 2); `least_step` is 1 on axes of integers.
tick_list ticks(range r, int most, double least_step = 0);

/// As many ticks as fit side by side on `width` px with labels of `size` px.
tick_list fitting_ticks(range r, double width, double size, double least_step = 0);

/// The range widened to whole steps of its ticks, about 5 of them.
range rounded_out(range r);

}  // namespace noble::drawing
