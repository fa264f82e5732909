#include "plot/drawing/ticks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "plot/drawing/text.hpp"

namespace noble::drawing {
namespace {

std::string decimal(double value, int decimals) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", decimals, std::abs(value));
    const bool zero = std::string_view(text.data()).find_first_not_of("0.") == std::string::npos;
    return (value < 0 && !zero ? "−" : "") + std::string(text.data());
}

// A factor 10^e, e a multiple of 3, where plain labels would be long.
int factor_exponent(range r, double step) {
    const double most = std::max(std::abs(r.low), std::abs(r.high));
    if (most < 1e5 && step >= 0.9e-3) return 0;
    return static_cast<int>(std::floor(std::log10(most) / 3)) * 3;
}

}  // namespace

double tick_step(range r, int most, double least_step) {
    const double least = std::max(r.length() / most, least_step);
    const double decade = std::pow(10, std::floor(std::log10(least)));
    for (const double times : {1.0, 2.0, 5.0, 10.0, 20.0, 50.0}) {
        const double step = times * decade;
        const bool reached = step >= least * (1 - 1e-9);
        const double count = std::floor(r.high / step) - std::ceil(r.low / step) + 1;
        if (reached && count <= most) return step;
    }
    return 100 * decade;
}

tick_list ticks(range r, int most, double least_step) {
    const double step = tick_step(r, most, least_step);
    const int exponent = factor_exponent(r, step);
    const double unit = std::pow(10, exponent);
    const int decimals = std::max(0, static_cast<int>(std::ceil(-std::log10(step / unit) - 1e-9)));
    tick_list result;
    if (exponent != 0) result.factor = "×10" + superscript(exponent);
    const double slack = 1e-9 * r.length();
    const double first = std::ceil((r.low - slack) / step);
    for (int k = 0; k <= most && (first + k) * step <= r.high + slack; ++k) {
        const double i = first + k;
        result.ticks.push_back({i * step, decimal(i * step / unit, decimals)});
    }
    return result;
}

tick_list fitting_ticks(range r, double width, double size, double least_step) {
    constexpr double gap = 14;
    for (const int most : {12, 10, 8, 6, 5, 4, 3}) {
        tick_list result = ticks(r, most, least_step);
        double widest = 0;
        for (const auto& t : result.ticks) {
            widest = std::max(widest, text_width(t.label, size) + gap);
        }
        const double pitch = width * tick_step(r, most, least_step) / r.length();
        if (pitch >= widest) return result;
    }
    return ticks(r, 2, least_step);
}

range rounded_out(range r) {
    if (!(r.length() > 0)) return {r.low - 1, r.high + 1};
    const double step = tick_step(r, 5);
    return {std::floor(r.low / step + 1e-9) * step, std::ceil(r.high / step - 1e-9) * step};
}

}  // namespace noble::drawing
