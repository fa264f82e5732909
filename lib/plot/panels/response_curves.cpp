#include "plot/panels/response_curves.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace noble::drawing {
namespace {

constexpr std::size_t most_curves = 6;

// dB below the peak: what is lower is drawn on the floor.
constexpr double deepest = 150;

double decibels(double magnitude) { return 20 * std::log10(magnitude); }

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

// In Hz the axis ends at `shown` of the highest Nyquist frequency.
void add_spectra(response_curves& c, bool in_hertz) {
    double widest = 1;
    for (const auto& f : c.filters) widest = std::max(widest, static_cast<double>(f.inputs));
    for (const auto& f : c.filters) {
        const double reach = in_hertz ? widest / static_cast<double>(f.inputs) : 1;
        c.spectra.push_back(spectrum_of(f, c.two_sided, std::min(c.shown * reach, 1.0)));
    }
}

void name_hertz(response_curves& c, double rate) {
    double highest = 0;
    for (const auto& f : c.filters) highest = std::max(highest, nyquist_of(f, rate));
    const auto& unit =
        *std::ranges::find_if(frequency_units, [&](const auto& u) { return highest >= u.least; });
    for (const auto& f : c.filters) c.units.push_back(unit.factor * nyquist_of(f, rate));
    c.axis = std::string("frequency (") + unit.name + ")";
}

void name_fractions(response_curves& c) {
    const index_t inputs = c.filters.empty() ? 1 : c.filters.front().inputs;
    c.units.assign(c.filters.size(), 1);
    c.axis = "frequency (fraction of Nyquist";
    if (inputs > 1) c.axis += " at " + number(inputs) + " × the input's rate";
    c.axis += ")";
}

}  // namespace

std::vector<std::string> response_curves::names() const {
    std::vector<std::string> list;
    for (const auto& f : filters) list.push_back(f.name);
    return list;
}

double response_curves::nyquist() const { return std::ranges::max(units); }

bool response_curves::is_finite() const {
    return std::ranges::all_of(spectra, [](const auto& s) {
        return std::ranges::all_of(s.magnitude, [](double m) { return std::isfinite(m); });
    });
}

range response_curves::magnitude_range() const {
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

range response_curves::delay_range() const {
    std::vector<double> values;
    for (const auto& s : spectra) {
        const double peak = *std::ranges::max_element(s.magnitude);
        for (std::size_t i = 0; i < s.group_delay.size(); ++i) {
            if (std::isnan(s.group_delay[i]) || s.magnitude[i] < peak / 100) continue;
            values.push_back(s.centre() - delay_base + s.group_delay[i]);
        }
    }
    std::ranges::sort(values);
    const std::size_t few = values.size() / 50;
    const range r{values[few], values[values.size() - 1 - few]};
    const double middle = (r.low + r.high) / 2;
    const double half = std::max({0.65 * r.length(), 1.0, std::abs(middle) * 1e-6});
    return rounded_out({middle - half, middle + half});
}

std::vector<point> response_curves::magnitude(std::size_t i) const {
    const auto& s = spectra[i];
    std::vector<point> points;
    for (std::size_t k = 0; k < s.frequency.size(); ++k) {
        points.push_back({s.frequency[k] * units[i], decibels(s.magnitude[k])});
    }
    return points;
}

std::vector<point> response_curves::delay(std::size_t i, range inside) const {
    const auto& s = spectra[i];
    std::vector<point> points;
    for (std::size_t k = 0; k < s.frequency.size(); ++k) {
        const double value = s.centre() - delay_base + s.group_delay[k];
        const bool seen = value >= inside.low && value <= inside.high;
        points.push_back(
            {s.frequency[k] * units[i], seen ? value : std::numeric_limits<double>::quiet_NaN()});
    }
    return points;
}

std::vector<point> response_curves::phase(std::size_t i) const {
    const auto& s = spectra[i];
    std::vector<point> points;
    for (std::size_t k = 0; k < s.frequency.size(); ++k) {
        points.push_back({s.frequency[k] * units[i], 360 * s.phase[k]});
    }
    return points;
}

response_curves response_curves_of(const std::vector<numeric_filter>& filters,
                                   std::optional<double> rate) {
    response_curves c;
    for (const auto& f : filters) {
        if (f.taps.empty() || c.filters.size() == most_curves) continue;
        c.filters.push_back(f);
        c.two_sided = c.two_sided || !is_real(f);
    }
    c.shown = shown_part(c.filters);
    add_spectra(c, rate.has_value());
    constexpr double large = 1e5;
    if (!c.spectra.empty() && std::abs(c.spectra.front().centre()) >= large) {
        c.delay_base = std::floor(c.spectra.front().centre());
    }
    if (rate) {
        name_hertz(c, *rate);
    } else {
        name_fractions(c);
    }
    return c;
}

}  // namespace noble::drawing
