#include <algorithm>
#include <cmath>
#include <limits>

#include "plot/drawing/frame.hpp"
#include "plot/drawing/theme.hpp"
#include "plot/panels/panels.hpp"
#include "plot/panels/response_curves.hpp"

namespace noble::drawing {
namespace {

constexpr double magnitude_height = 170;
constexpr double delay_height = 96;
constexpr double zone_height = 14;

tick_list quarter_turns() {
    return {{{-180, "−180"}, {-90, "−90"}, {0, "0"}, {90, "90"}, {180, "180"}}, {}};
}

// The bands of half width `half` about the multiples of 2·half: the first, and its images.
void draw_zones(canvas& out, const frame& f, double y, double half, const std::string& title,
                const std::string& first, const std::string& image) {
    out.text(f.left - 7, y + zone_height - 4, title, {10, "mut", anchor::end});
    const auto most = static_cast<index_t>(std::ceil((f.x.high / half - 1) / 2 - 1e-9));
    for (index_t l = f.x.low < 0 ? -most : 0; l <= most; ++l) {
        const double from = std::max(f.x.low, (2 * static_cast<double>(l) - 1) * half);
        const double to = std::min(f.x.high, (2 * static_cast<double>(l) + 1) * half);
        const double left = f.at_x(std::max(from, f.x.low));
        const double width = f.at_x(to) - left;
        if (width <= 0) continue;
        out.rect(left, y, width, zone_height, l == 0 ? "tint" : "box");
        const std::string name = l == 0 ? first : image + " " + number(l);
        if (text_width(name, 9) + 6 < width) {
            out.text(left + width / 2, y + zone_height - 4, name, {9, "mut", anchor::middle});
        }
    }
}

bool has_zones(index_t count) { return count > 1; }

std::string note_of(const response_curves& c, index_t filters) {
    const auto& f = c.filters.front();
    std::string note;
    if (filters > 1) {
        note = f.inputs == 1 && f.kept == 1 ? "Of each filter" : "Of each filter before ↓";
    } else if (f.inputs > 1 || f.kept > 1) {
        note = "Of the filter h at the high rate in y = ";
        if (f.kept > 1) note += "↓" + number(f.kept) + " ";
        note += "h ";
        if (f.inputs > 1) note += "↑" + number(f.inputs) + " ";
        note += "x";
    }
    if (has_zones(f.inputs)) note += "; ↑ repeats the input's band as images";
    if (has_zones(f.kept)) note += "; ↓ folds the aliases onto the band that is kept";
    if (c.shown < 1) note += "; shown up to the fourth";
    if (filters > static_cast<index_t>(c.filters.size())) {
        note += "; " + std::to_string(c.filters.size()) + " of " + number(filters) + " curves";
    }
    return note;
}

class response {
 public:
    response(response_curves curves, bool phase)
        : c_(std::move(curves)),
          phase_(phase),
          magnitudes_(c_.magnitude_range()),
          delays_(phase ? range{-180, 180} : c_.delay_range()) {
        const double high = c_.nyquist() * c_.shown;
        x_ = {c_.two_sided ? -high : 0, high};
        const auto& f = c_.filters.front();
        zones_ = (has_zones(f.inputs) ? 1 : 0) + (has_zones(f.kept) ? 1 : 0);
    }

    [[nodiscard]] double height() const {
        return delay_top() + unit_room + delay_height + below_room;
    }

    void operator()(canvas& out) const {
        const frame high = frame_at(unit_room, magnitude_height, magnitudes_);
        draw_x_grid(out, high);
        draw_y_axis(out, high, "magnitude (dB)", 9);
        if (c_.filters.size() > 1) draw_legend(out, high, c_.names());
        for (std::size_t i = 0; i < c_.spectra.size(); ++i) {
            draw_curve(out, high, c_.magnitude(i), {.cls = series_class(i), .column = column()});
        }
        draw_bands(out, high);
        const frame low = frame_at(delay_top() + unit_room, delay_height, delays_);
        draw_x_grid(out, low);
        draw_y_axis(out, low, delay_unit(), phase_ ? quarter_turns() : ticks(delays_, 4));
        for (std::size_t i = 0; i < c_.spectra.size(); ++i) {
            draw_curve(out, low, phase_ ? c_.phase(i) : c_.delay(i, delays_),
                       {.cls = series_class(i), .column = column(), .jump = longest_jump()});
        }
        draw_x_axis(out, low, c_.axis);
    }

 private:
    [[nodiscard]] frame frame_at(double top, double height, range y) const {
        return {left_room, top, page_width - left_room - 16, height, x_, y};
    }

    // Many curves are drawn more coarsely, so that the file stays small.
    [[nodiscard]] double column() const { return c_.spectra.size() > 2 ? 2 : 0.75; }
    [[nodiscard]] double longest_jump() const {
        return phase_ ? 180 : std::numeric_limits<double>::infinity();
    }

    [[nodiscard]] double delay_top() const {
        return unit_room + magnitude_height + zones_ * (zone_height + 4) + 16;
    }

    void draw_bands(canvas& out, const frame& f) const {
        double y = f.top + f.height + 6;
        const auto& first = c_.filters.front();
        const double whole = c_.nyquist();
        if (has_zones(first.inputs)) {
            draw_zones(out, f, y, whole / static_cast<double>(first.inputs), "input", "band",
                       "image");
            y += zone_height + 4;
        }
        if (has_zones(first.kept)) {
            draw_zones(out, f, y, whole / static_cast<double>(first.kept), "output", "kept",
                       "alias");
        }
    }

    [[nodiscard]] std::string delay_unit() const {
        if (!phase_) return offset_name("group delay", c_.delay_base) + " (samples)";
        if (c_.filters.size() > 1) return "phase (degrees) about the middle of the taps";
        return "phase (degrees), less a delay of " + number(c_.spectra.front().centre(), 12) +
               " samples";
    }

    response_curves c_;
    bool phase_;
    range magnitudes_;
    range delays_;
    range x_;
    double zones_ = 0;
};

}  // namespace

panel response_panel(const filter_list& filters, std::optional<double> rate, bool phase) {
    response_curves c = response_curves_of(filters.drawn, rate);
    if (c.filters.empty()) return message("Response", "None: the zero operator.");
    if (!c.is_finite()) return message("Response", "Its magnitude exceeds the range of double.");
    const std::string note = note_of(c, filters.total);
    const response draw(std::move(c), phase);
    return {"Response", note, page_width, draw.height(), draw};
}

}  // namespace noble::drawing
