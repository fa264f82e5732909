#include <array>
#include <cmath>
#include <numbers>

#include "noble/design.hpp"
#include "noble/error.hpp"

namespace noble {
namespace {

constexpr std::array<const char*, 5> names{"hamming", "hann", "blackman", "rectangular", "kaiser"};

// The taper at u in −1 … 1. (Harris, On the use of windows for harmonic analysis, 1978; the
// rounded coefficients are the customary ones.)
double value_at(const taper& w, double u) {
    const double phase = std::numbers::pi * u;
    switch (w.shape) {
        case taper::kind::hamming:
            return 0.54 + 0.46 * std::cos(phase);
        case taper::kind::hann:
            return 0.5 + 0.5 * std::cos(phase);
        case taper::kind::blackman:
            return 0.42 + 0.5 * std::cos(phase) + 0.08 * std::cos(2 * phase);
        case taper::kind::rectangular:
            return 1;
        case taper::kind::kaiser:
            return std::cyl_bessel_i(0, w.beta * std::sqrt(std::max(0.0, 1 - u * u))) /
                   std::cyl_bessel_i(0, w.beta);
    }
    return 1;
}

}  // namespace

taper taper::named(const std::string& name, double beta) {
    if (!(beta >= 0 && beta <= 500)) {
        throw argument_error("a kaiser beta of " + std::to_string(beta) +
                             "; it must lie in 0 … 500");
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (name == names.at(i)) return {static_cast<kind>(i), beta};
    }
    std::string list;
    for (const char* known : names) list += (list.empty() ? "" : ", ") + std::string(known);
    throw argument_error("unknown taper '" + name + "'; expected one of " + list);
}

std::vector<double> taper_values(const taper& w, index_t count) {
    if (count < 1) {
        throw argument_error("a taper of " + std::to_string(count) +
                             " values; at least 1 is needed");
    }
    require_memory(count, sizeof(double), "a taper");
    std::vector<double> values(static_cast<std::size_t>(count), 1.0);
    const auto last = static_cast<double>(count - 1);
    for (std::size_t i = 0; count > 1 && i < values.size(); ++i) {
        values[i] = value_at(w, (2 * static_cast<double>(i) - last) / last);
    }
    return values;
}

}  // namespace noble
