#include "plot/drawing/theme.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace noble::drawing {
namespace {

struct colour {
    double r;
    double g;
    double b;
};

// One for light, one for dark.
struct palette {
    const char* ink;
    const char* muted;
    const char* paper;
    const char* axis;
    const char* grid;
    const char* box;
    const char* tint;
    std::array<const char*, series_colours> series;
    std::array<colour, 5> diverging;  // far negative, negative, zero, positive, far positive
};

constexpr palette light{
    "#1f2328",
    "#626b75",
    "#ffffff",
    "#8c959f",
    "#e6e9ec",
    "#f4f6f8",
    "#e3eefa",
    {"#2f6db5", "#cf6427", "#378a57", "#8653ad", "#a88414", "#5b6770"},
    {{{152, 44, 34}, {229, 154, 130}, {243, 243, 241}, {134, 179, 220}, {23, 80, 143}}}};

constexpr palette dark{
    "#e6edf3",
    "#9aa5b1",
    "#0d1117",
    "#6e7681",
    "#21262d",
    "#161b22",
    "#14283f",
    {"#7db4f0", "#f0996a", "#7ccb98", "#c39be6", "#dcbd60", "#a7b3bd"},
    {{{255, 146, 120}, {160, 70, 56}, {28, 33, 40}, {46, 98, 153}, {146, 200, 255}}}};

std::string hex(const colour& c) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "#%02x%02x%02x", static_cast<unsigned>(c.r),
                  static_cast<unsigned>(c.g), static_cast<unsigned>(c.b));
    return text.data();
}

colour between(const colour& a, const colour& b, double t) {
    const auto mix = [&](double p, double q) { return std::round(p + t * (q - p)); };
    return {mix(a.r, b.r), mix(a.g, b.g), mix(a.b, b.b)};
}

std::string diverging_classes(const palette& p) {
    std::string css;
    for (int level = 0; level <= 2 * most_level; ++level) {
        const double at = static_cast<double>(level) / most_level * 2;
        const auto stop = static_cast<std::size_t>(std::min(at, 3.0));
        const colour c =
            between(p.diverging.at(stop), p.diverging.at(stop + 1), at - static_cast<double>(stop));
        css += ".noble .m" + std::to_string(level) + "{color:" + hex(c) + "}";
    }
    return css;
}

std::string colours(const palette& p) {
    const auto rule = [](const std::string& name, const std::string& what) {
        return ".noble ." + name + "{" + what + "}";
    };
    const auto fill = [&](const char* name, const char* c) {
        return rule(name, std::string("fill:") + c);
    };
    const auto stroke = [&](const char* name, const char* c) {
        return rule(name, std::string("stroke:") + c);
    };
    std::string css = fill("ink", p.ink) + fill("mut", p.muted) + fill("inv", p.paper) +
                      fill("sheet", p.paper) + stroke("axis", p.axis) + stroke("grid", p.grid) +
                      stroke("wire", p.axis) + fill("tip", p.axis) + stroke("hair", p.grid) +
                      stroke("ghost", p.axis) + stroke("lit", p.series[1]);
    css += rule("box", std::string("fill:") + p.box + ";stroke:" + p.axis);
    css += rule("tint", std::string("fill:") + p.tint + ";stroke:" + p.series[0]);
    css += rule("sample", std::string("fill:") + p.series[0] + ";opacity:.45");
    css += rule("done", std::string("fill:") + p.series[2] + ";opacity:.35");
    for (std::size_t i = 0; i < p.series.size(); ++i) {
        css += rule(series_class(i), std::string("color:") + p.series.at(i));
    }
    return css + diverging_classes(p);
}

int level_of(double value, double most) {
    if (value == 0 || !(most > 0)) return 0;
    const bool greatest = std::abs(value) >= most;  // infinite ones too
    const double part = greatest ? 1 : std::abs(value) / most;
    const int level = std::max(1, static_cast<int>(std::lround(part * most_level)));
    return value < 0 ? -level : level;
}

}  // namespace

std::string style_sheet() {
    std::string css =
        ".noble text{font-family:Inter,'Helvetica Neue',Helvetica,Arial,'DejaVu Sans',sans-serif}"
        ".noble .mono{font-family:ui-monospace,'SF Mono',Menlo,'DejaVu Sans Mono',monospace}"
        ".noble .bold{font-weight:600}.noble .mid{text-anchor:middle}.noble .end{text-anchor:end}"
        ".noble .axis,.noble .grid,.noble .wire,.noble .hair,.noble .ghost,.noble .lit{fill:none}"
        ".noble .wire{stroke-width:1.25}.noble .hair{stroke-width:.5}"
        ".noble .ghost{stroke-dasharray:3 2}.noble .lit{stroke-width:2}"
        ".noble .ln{fill:none;stroke:currentColor;stroke-width:1.5;stroke-linejoin:round}"
        ".noble .thin{stroke-width:1}.noble .dot,.noble .cell{fill:currentColor}"
        ".noble .area{fill:currentColor;opacity:.16}"
        ".noble .run{fill:none;stroke:currentColor;shape-rendering:crispEdges}"
        ".noble .pale{opacity:.35}";
    for (int size = 9; size <= 15; ++size) {
        css += ".noble .f" + std::to_string(size) + "{font-size:" + std::to_string(size) + "px}";
    }
    return css + colours(light) + "@media (prefers-color-scheme:dark){" + colours(dark) + "}";
}

std::string series_class(std::size_t i) { return "c" + std::to_string(i % series_colours); }

std::string level_class(double value, double most) {
    return "m" + std::to_string(most_level + level_of(value, most));
}

bool level_is_strong(double value, double most) {
    return std::abs(level_of(value, most)) > most_level * 5 / 8;
}

}  // namespace noble::drawing
