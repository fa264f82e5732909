// What tests of pictures ask of pages.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "noble/plot.hpp"
#include "plot/drawing/canvas.hpp"
#include "plot/drawing/panel.hpp"
#include "plot/svg_reader.hpp"

namespace noble::testing {

inline constexpr std::size_t largest_page = 300'000;

/// A page of one picture.
inline std::string only(const op& a, picture p) {
    plot_options options;
    options.pictures = {p};
    return plot(a, options);
}

/// What is drawn on a canvas, as elements below a root.
inline svg_reader drawn(const drawing::canvas& out) {
    return svg_reader("<svg width=\"720\" height=\"720\">" + out.body() + "</svg>");
}
inline svg_reader drawn(const drawing::panel& p) {
    drawing::canvas out;
    p.draw(out);
    return drawn(out);
}

/// Where the tick with this label is: its x, or its y.
inline double tick_position(const svg_reader& svg, const std::string& label, const char* axis,
                            bool at_end) {
    for (const auto& e : svg.elements()) {
        if (e.name == "text" && e.text == label && e.has_class("mut") &&
            e.has_class(at_end ? "end" : "mid")) {
            return e.number(axis);
        }
    }
    throw std::runtime_error("no tick " + label);
}

inline std::vector<std::pair<double, double>> points_of(const element& polyline) {
    std::vector<std::pair<double, double>> points;
    const std::string& text = polyline.attributes.at("points");
    for (std::size_t at = 0; at < text.size();) {
        std::size_t used = 0;
        const double x = std::stod(text.substr(at), &used);
        at += used + 1;
        const double y = std::stod(text.substr(at), &used);
        at += used + 1;
        points.emplace_back(x, y);
    }
    return points;
}

}  // namespace noble::testing
