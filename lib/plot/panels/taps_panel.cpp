#include <algorithm>

#include "plot/drawing/stems.hpp"
#include "plot/drawing/theme.hpp"
#include "plot/panels/panels.hpp"

namespace noble::drawing {
namespace {

constexpr double stem_height = 110;

struct part {
    std::string unit;
    real_taps taps;
    std::size_t series = 0;
};

// A filter as one part, or two where taps are complex.
std::vector<part> parts_of(const numeric_filter& f, std::size_t series) {
    part re{"value", {}, series};
    part im{"imaginary part", {}, series + 1};
    for (const auto& t : f.taps) {
        re.taps.push_back({t.index, t.value.real()});
        im.taps.push_back({t.index, t.value.imag()});
    }
    if (is_real(f)) return {re};
    re.unit = "real part";
    return {re, im};
}

std::string index_unit(const numeric_filter& f, std::optional<double> rate) {
    std::string unit = "samples";
    if (f.inputs > 1) unit += " at " + number(f.inputs) + " × the input's rate";
    if (rate) unit += ", " + hertz(*rate * static_cast<double>(f.inputs));
    return unit;
}

// Room for the numbers above the stems and, where some point down, below them.
range with_room(const range& values) {
    constexpr double text = 18;
    const double below = values.low < 0 ? text : 0;
    const double unit = values.length() / (stem_height - text - below);
    return {values.low - below * unit, values.high + text * unit};
}

struct row {
    part stems;
    std::string name;
    std::string index;
    index_axis axis;
    range values;
};

void draw_row(canvas& out, const row& r, double top, double column) {
    frame f{left_room,   top + unit_room, page_width - left_room - 8,
            stem_height, r.axis.shown,    r.values};
    draw_y_axis(out, f, r.stems.unit + (r.name.empty() ? "" : ", " + r.name), 6);
    draw_stems(out, f, r.axis, r.stems.taps,
               {.cls = series_class(r.stems.series), .labelled = true, .column = column});
    draw_x_axis(out, f, r.index, 1);
}

}  // namespace

panel taps_panel(const filter_list& filters, std::optional<double> rate) {
    std::vector<row> rows;
    const bool several = filters.total > 1;
    for (std::size_t i = 0; i < filters.drawn.size(); ++i) {
        const auto& f = filters.drawn[i];
        if (f.taps.empty()) continue;
        const auto axis = index_axis_of(f.taps.front().index, f.taps.back().index);
        for (const auto& p : parts_of(f, several ? i : 0)) {
            rows.push_back({p, f.name, axis.unit("t") + " (" + index_unit(f, rate) + ")", axis,
                            with_room(value_range(p.taps))});
        }
    }
    if (rows.empty()) return message("Taps", "None: the zero operator.");
    constexpr double pitch = unit_room + stem_height + below_room + 10;
    std::string note =
        several ? "Of each filter"
                : number(static_cast<index_t>(filters.drawn.front().taps.size())) + " not zero";
    if (static_cast<index_t>(filters.drawn.size()) < filters.total) {
        note +=
            "; the first " + std::to_string(filters.drawn.size()) + " of " + number(filters.total);
    }
    return {"Taps h[t]", note, page_width, pitch * static_cast<double>(rows.size()) - 10,
            [rows](canvas& out) {
                // Many rows are drawn more coarsely, so that the file stays small.
                const double column = rows.size() > 4 ? 2 : 1;
                double y = 0;
                for (const auto& r : rows) {
                    draw_row(out, r, y, column);
                    y += pitch;
                }
            }};
}

}  // namespace noble::drawing
