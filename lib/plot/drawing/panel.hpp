// A page of pictures: panels below one another, each with a heading and a line that says what is
// shown.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "plot/drawing/canvas.hpp"

namespace noble::drawing {

inline constexpr double page_width = 720;  ///< of the panels, without the margin
inline constexpr double page_margin = 24;

struct panel {
    std::string heading;
    std::string note;
    double width = page_width;
    double height = 0;
    std::function<void(canvas&)> draw;  ///< within (0, 0) … (width, height)
};

/// A panel of text alone: why there is no picture.
panel message(std::string heading, const std::string& text);

struct page {
    std::string word;      ///< in the expression language, as long as it may be
    std::string subtitle;  ///< what is known of the word
    std::vector<panel> panels;
    std::string svg_class{};             ///< of the root element, beside `noble`
    std::function<std::string()> css{};  ///< more rules, asked for once all is drawn
};

/// The whole file.
std::string written(const page& p);

}  // namespace noble::drawing
