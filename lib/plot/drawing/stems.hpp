// Taps as stems over their indices.
#pragma once

#include <string>

#include "noble/sequence.hpp"
#include "plot/drawing/frame.hpp"

namespace noble::drawing {

using real_taps = tap_list<double>;

/// Indices as an axis shows them: counted from `base` where they are far from 0 and close together.
struct index_axis {
    index_t base = 0;
    range shown;
    [[nodiscard]] double at(index_t t) const { return static_cast<double>(t - base); }
    /// The axis' unit: `t`, or `t − 1 000 000`.
    [[nodiscard]] std::string unit(const std::string& name) const;
};

/// The axis of the indices first … last, both shown.
index_axis index_axis_of(index_t first, index_t last);

/// The range of the values and zero, widened to whole ticks.
range value_range(const real_taps& taps);

struct stem_style {
    std::string cls;
    bool labelled = false;
    double column = 1;  ///< px
};

/// A stem for each tap: with a dot, and its value where `labelled` and there is room; without dots
/// where taps are close; one line per column from the least to the greatest value and zero where
/// they are closer than that.
void draw_stems(canvas& out, const frame& f, const index_axis& axis, const real_taps& taps,
                const stem_style& style);

}  // namespace noble::drawing
