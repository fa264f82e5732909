#include <algorithm>
#include <cmath>
#include <limits>

#include "plot/drawing/frame.hpp"
#include "plot/drawing/theme.hpp"
#include "plot/panels/panels.hpp"
#include "plot/panels/spectrum.hpp"

namespace noble::drawing {
namespace {

constexpr std::size_t most_curves = 6;
constexpr double magnitude_height = 170;
constexpr double delay_height = 96;
constexpr double zone_height = 14;
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

// dB below the peak: what is lower is drawn on the floor.
constexpr double deepest = 150;

struct curves {
    std::vector<numeric_filter> filters;
    std::vector<spectrum> spectra;
    std::vector<std::string> names;
    bool two_sided = false;
    double shown = 1;       // of Nyquist
    double delay_base = 0;  // what delays are counted from, where they are large
    bool hertz = false;
    double unit = 1;  // of the axis, for a fraction of Nyquist: 1, or Hz, or kHz
    std::string axis;
};

tick_list quarter_turns() {
    return {{{-180, "−180"}, {-90, "−90"}, {0, "0"}, {90, "90"}, {180, "180"}}, {}};
}

double decibels(double magnitude) { return 20 * std::log10(magnitude); }

// From the peak to below what nine tenths of the frequencies reach.
range magnitude_range(const std::vector<spectrum>& spectra) {
    std::vector<double> all;
    for (const auto& s : spectra) {
        for (const double m : s.magnitude) {
            all.push_back(std::max(decibels(m), -std::numeric_limits<double>::max()));
        }
    }
    const double peak = *std::ranges::max_element(all);
    const auto tenth = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 10);
    std::ranges::nth_element(all, tenth);
    const double low = std::clamp(*tenth - 15, peak - deepest, peak - 30);
    return {std::floor(low / 10) * 10, std::ceil((peak + 2) / 10) * 10};
}

// Of 96 % of the frequencies that pass within 40 dB of the peak: a notch may have a delay of any
// size.
range delay_range(const std::vector<spectrum>& spectra, double base) {
    std::vector<double> values;
    for (const auto& s : spectra) {
        const double peak = *std::ranges::max_element(s.magnitude);
        for (std::size_t i = 0; i < s.group_delay.size(); ++i) {
            if (std::isnan(s.group_delay[i]) || s.magnitude[i] < peak / 100) continue;
            values.push_back(s.centre() - base + s.group_delay[i]);
        }
    }
    std::ranges::sort(values);
    const std::size_t few = values.size() / 50;
    const range r{values[few], values[values.size() - 1 - few]};
    const double middle = (r.low + r.high) / 2;
    const double half = std::max({0.65 * r.length(), 1.0, std::abs(middle) * 1e-6});
    return rounded_out({middle - half, middle + half});
}

std::vector<point> magnitude_points(const spectrum& s, double unit) {
    std::vector<point> points;
    for (std::size_t i = 0; i < s.frequency.size(); ++i) {
        points.push_back({s.frequency[i] * unit, decibels(s.magnitude[i])});
    }
    return points;
}

std::vector<point> delay_points(const spectrum& s, double unit, double base, range shown) {
    std::vector<point> points;
    for (std::size_t i = 0; i < s.frequency.size(); ++i) {
        const double value = s.centre() - base + s.group_delay[i];
        const bool inside = value >= shown.low && value <= shown.high;
        points.push_back({s.frequency[i] * unit, inside ? value : not_a_number});
    }
    return points;
}

std::vector<point> phase_points(const spectrum& s, double unit) {
    std::vector<point> points;
    for (std::size_t i = 0; i < s.frequency.size(); ++i) {
        points.push_back({s.frequency[i] * unit, 360 * s.phase[i]});
    }
    return points;
}

// The band and four images of it, where there are many more.
double shown_part(const std::vector<numeric_filter>& filters) {
    constexpr index_t many = 16;
    index_t most = 1;
    for (const auto& f : filters) most = std::max({most, f.inputs, f.kept});
    return most > many ? 9.0 / static_cast<double>(most) : 1;
}

double nyquist_of(const numeric_filter& f, double rate) {
    return rate / 2 * static_cast<double>(f.inputs);
}

struct frequency_unit {
    double least;  // of the highest frequency, in Hz
    double factor;
    const char* name;
};
constexpr frequency_unit frequency_units[] = {
    {1e10, 1e-9, "GHz"}, {1e7, 1e-6, "MHz"}, {1e4, 1e-3, "kHz"}, {0, 1, "Hz"}};

curves curves_of(const std::vector<numeric_filter>& filters, std::optional<double> rate) {
    curves c;
    for (const auto& f : filters) {
        if (f.taps.empty() || c.filters.size() == most_curves) continue;
        c.filters.push_back(f);
        c.names.push_back(f.name);
        c.two_sided = c.two_sided || !is_real(f);
    }
    c.shown = shown_part(c.filters);
    double widest = 1;  // in Hz the axis ends at `shown` of the highest Nyquist frequency
    for (const auto& f : c.filters) widest = std::max(widest, static_cast<double>(f.inputs));
    for (const auto& f : c.filters) {
        const double reach = rate ? widest / static_cast<double>(f.inputs) : 1;
        c.spectra.push_back(spectrum_of(f, c.two_sided, std::min(c.shown * reach, 1.0)));
    }
    constexpr double large = 1e5;
    if (!c.spectra.empty() && std::abs(c.spectra.front().centre()) >= large) {
        c.delay_base = std::floor(c.spectra.front().centre());
    }
    const index_t inputs = c.filters.empty() ? 1 : c.filters.front().inputs;
    if (rate) {
        c.hertz = true;
        double highest = 0;
        for (const auto& f : c.filters) highest = std::max(highest, nyquist_of(f, *rate));
        const auto& unit = *std::ranges::find_if(frequency_units,
                                                 [&](const auto& u) { return highest >= u.least; });
        c.unit = unit.factor;
        c.axis = std::string("frequency (") + unit.name + ")";
    } else {
        c.axis = "frequency (fraction of Nyquist";
        if (inputs > 1) c.axis += " at " + number(inputs) + " × the input's rate";
        c.axis += ")";
    }
    return c;
}

// What a curve's fraction of Nyquist is multiplied by.
double unit_of(const curves& c, std::size_t i, std::optional<double> rate) {
    return c.hertz ? c.unit * nyquist_of(c.filters[i], *rate) : 1;
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

std::string note_of(const curves& c, index_t filters) {
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
    response(curves c, std::optional<double> rate, bool phase)
        : c_(std::move(c)),
          rate_(rate),
          phase_(phase),
          magnitudes_(magnitude_range(c_.spectra)),
          delays_(phase ? range{-180, 180} : delay_range(c_.spectra, c_.delay_base)) {
        double high = 0;
        for (std::size_t i = 0; i < c_.filters.size(); ++i) {
            high = std::max(high, unit_of(c_, i, rate_));
        }
        whole_ = high;
        high *= c_.shown;
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
        if (c_.filters.size() > 1) draw_legend(out, high, c_.names);
        for (std::size_t i = 0; i < c_.spectra.size(); ++i) {
            draw_curve(out, high, magnitude_points(c_.spectra[i], unit_of(c_, i, rate_)),
                       {.cls = series_class(i), .column = column()});
        }
        draw_bands(out, high);
        const frame low = frame_at(delay_top() + unit_room, delay_height, delays_);
        draw_x_grid(out, low);
        draw_y_axis(out, low, delay_unit(), phase_ ? quarter_turns() : ticks(delays_, 4));
        for (std::size_t i = 0; i < c_.spectra.size(); ++i) {
            draw_curve(out, low, lower_points(i),
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
        if (has_zones(first.inputs)) {
            draw_zones(out, f, y, whole_ / static_cast<double>(first.inputs), "input", "band",
                       "image");
            y += zone_height + 4;
        }
        if (has_zones(first.kept)) {
            draw_zones(out, f, y, whole_ / static_cast<double>(first.kept), "output", "kept",
                       "alias");
        };
    }

    [[nodiscard]] std::vector<point> lower_points(std::size_t i) const {
        const double unit = unit_of(c_, i, rate_);
        return phase_ ? phase_points(c_.spectra[i], unit)
                      : delay_points(c_.spectra[i], unit, c_.delay_base, delays_);
    }

    [[nodiscard]] std::string delay_unit() const {
        if (!phase_) return offset_name("group delay", c_.delay_base) + " (samples)";
        if (c_.filters.size() > 1) return "phase (degrees) about the middle of the taps";
        return "phase (degrees), less a delay of " + number(c_.spectra.front().centre(), 12) +
               " samples";
    }

    curves c_;
    std::optional<double> rate_;
    bool phase_;
    range magnitudes_;
    range delays_;
    range x_;
    double whole_ = 1;  // Nyquist, on the axis
    double zones_ = 0;
};

bool is_finite(const std::vector<spectrum>& spectra) {
    return std::ranges::all_of(spectra, [](const auto& s) {
        return std::ranges::all_of(s.magnitude, [](double m) { return std::isfinite(m); });
    });
}

}  // namespace

panel response_panel(const filter_list& filters, std::optional<double> rate, bool phase) {
    curves c = curves_of(filters.drawn, rate);
    if (c.filters.empty()) return message("Response", "None: the zero operator.");
    if (!is_finite(c.spectra)) {
        return message("Response", "Its magnitude exceeds the range of double.");
    }
    const std::string note = note_of(c, filters.total);
    const response draw(std::move(c), rate, phase);
    return {"Response", note, page_width, draw.height(), draw};
}

}  // namespace noble::drawing
