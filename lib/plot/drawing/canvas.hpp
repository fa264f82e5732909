// SVG as it is written: shapes and text in absolute coordinates (px, y downwards), under an origin
// that panels move. Colours and sizes are classes of the style sheet in theme.hpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plot/drawing/text.hpp"

namespace noble::drawing {

struct point {
    double x = 0;
    double y = 0;
};

enum class anchor : std::uint8_t { start, middle, end };

/// How text looks: px, weight of its colour, face.
struct text_style {
    int size = 11;
    std::string_view colour = "ink";
    anchor at = anchor::start;
    face family = face::sans;
};

class canvas {
 public:
    /// `y` is the base line. `cls` are more classes.
    void text(double x, double y, const std::string& content, const text_style& style = {});
    void line(double x1, double y1, double x2, double y2, std::string_view cls);
    /// `title` is shown where a pointer rests.
    void rect(double x, double y, double width, double height, std::string_view cls,
              double radius = 0, const std::string& title = {});
    void circle(double x, double y, double radius, std::string_view cls);
    void polyline(const std::vector<point>& list, std::string_view cls);
    void polygon(const std::vector<point>& list, std::string_view cls);
    /// Path data in absolute coordinates of the page; `at` makes them.
    void path(const std::string& data, std::string_view cls);
    [[nodiscard]] std::string at(double x, double y) const;

    void open_group(std::string_view attributes);
    void close_group();

    /// Runs `draw` with the origin moved by (x, y).
    template <class F>
    void moved(double x, double y, const F& draw) {
        origin_.x += x;
        origin_.y += y;
        draw(*this);
        origin_.x -= x;
        origin_.y -= y;
    }

    [[nodiscard]] const std::string& body() const noexcept { return body_; }

 private:
    void points(const char* element, const std::vector<point>& list, std::string_view cls);

    std::string body_;
    point origin_;
};

}  // namespace noble::drawing
