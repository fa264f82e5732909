#include "plot/drawing/stems.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace noble::drawing {
namespace {

constexpr double dot_pitch = 4;

// From which y to which in each pixel column, zero included.
std::map<index_t, range> columns_of(const frame& f, const index_axis& axis, const real_taps& taps,
                                    double column) {
    std::map<index_t, range> columns;
    for (const auto& t : taps) {
        const auto at = static_cast<index_t>(std::floor(f.at_x(axis.at(t.index)) / column));
        auto& r = columns.try_emplace(at, range{0, 0}).first->second;
        r.low = std::min(r.low, t.value);
        r.high = std::max(r.high, t.value);
    }
    return columns;
}

void draw_columns(canvas& out, const frame& f, const index_axis& axis, const real_taps& taps,
                  const stem_style& style) {
    std::string data;
    for (const auto& [at, r] : columns_of(f, axis, taps, style.column)) {
        const double x = (static_cast<double>(at) + 0.5) * style.column;
        data += "M" + out.at(x, f.at_y(r.low)) + "v" + coordinate(f.at_y(r.high) - f.at_y(r.low));
    }
    out.path(data, style.cls + (style.column > 1 ? " ln" : " ln thin"));
}

void draw_labels(canvas& out, const frame& f, const index_axis& axis, const real_taps& taps,
                 double pitch) {
    constexpr std::size_t most = 40;
    if (taps.size() > most) return;
    double widest = 0;
    for (const auto& t : taps) widest = std::max(widest, text_width(number(t.value, 4), 10));
    if (widest + 6 > pitch && taps.size() > 1) return;
    for (const auto& t : taps) {
        const double below = f.at_y(t.value) + 15;  // where there is room above the axis
        const bool is_below = t.value < 0 && below <= f.top + f.height;
        const double y = is_below ? below : f.at_y(t.value) - 8;
        out.text(f.at_x(axis.at(t.index)), y, number(t.value, 4), {10, "ink", anchor::middle});
    }
}

}  // namespace

std::string index_axis::unit(const std::string& name) const {
    return offset_name(name, static_cast<double>(base));
}

index_axis index_axis_of(index_t first, index_t last) {
    constexpr index_t far = 100'000;
    const double length = static_cast<double>(last) - static_cast<double>(first);
    const double distance = first > 0 ? static_cast<double>(first) : -static_cast<double>(last);
    index_axis axis;
    if (distance >= far && length < distance / 4) axis.base = first;
    const double room = std::max(0.02 * length, 0.75);
    axis.shown = {static_cast<double>(first - axis.base) - room,
                  static_cast<double>(last - axis.base) + room};
    return axis;
}

range value_range(const real_taps& taps) {
    range r{0, 0};
    for (const auto& t : taps) {
        r.low = std::min(r.low, t.value);
        r.high = std::max(r.high, t.value);
    }
    return rounded_out(r);
}

void draw_stems(canvas& out, const frame& f, const index_axis& axis, const real_taps& taps,
                const stem_style& style) {
    const double zero = f.at_y(0);
    out.line(f.left, zero, f.left + f.width, zero, "axis");
    if (taps.empty()) return;
    const double pitch = f.width / axis.shown.length();
    if (pitch < 2) return draw_columns(out, f, axis, taps, style);
    std::string data;
    for (const auto& t : taps) {
        const double x = f.at_x(axis.at(t.index));
        data += "M" + out.at(x, zero) + "L" + out.at(x, f.at_y(t.value));
    }
    out.path(data, style.cls + (pitch < dot_pitch ? " ln thin" : " ln"));
    if (pitch < dot_pitch) return;
    const double radius = std::clamp(pitch / 4, 1.2, 3.2);
    for (const auto& t : taps) {
        out.circle(f.at_x(axis.at(t.index)), f.at_y(t.value), radius, style.cls + " dot");
    }
    if (style.labelled) draw_labels(out, f, axis, taps, pitch);
}

}  // namespace noble::drawing
