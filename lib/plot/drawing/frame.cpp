#include "plot/drawing/frame.hpp"

#include <algorithm>
#include <cmath>

#include "plot/drawing/theme.hpp"

namespace noble::drawing {
namespace {

constexpr text_style small{10, "mut"};
constexpr text_style small_mid{10, "mut", anchor::middle};
constexpr text_style small_end{10, "mut", anchor::end};

double distance(const point& p, const point& a, const point& b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = std::hypot(dx, dy);
    if (length == 0) return std::hypot(p.x - a.x, p.y - a.y);
    return std::abs((p.x - a.x) * dy - (p.y - a.y) * dx) / length;
}

// Marks the points of first … last that are kept, those two excluded.
void keep_far(const std::vector<point>& points, std::size_t first, std::size_t last,
              double tolerance, std::vector<bool>& kept) {
    std::vector<std::pair<std::size_t, std::size_t>> open{{first, last}};
    while (!open.empty()) {
        const auto [a, b] = open.back();
        open.pop_back();
        std::size_t farthest = a;
        double most = tolerance;
        for (std::size_t i = a + 1; i < b; ++i) {
            const double d = distance(points[i], points[a], points[b]);
            if (d > most) {
                most = d;
                farthest = i;
            }
        }
        if (farthest == a) continue;
        kept[farthest] = true;
        open.insert(open.end(), {{a, farthest}, {farthest, b}});
    }
}

// The least and the greatest point of each column of `width` px, in their order.
std::vector<point> extremes(const std::vector<point>& points, double width) {
    std::vector<point> result;
    for (std::size_t i = 0; i < points.size();) {
        const double column = std::floor(points[i].x / width);
        std::size_t low = i;
        std::size_t high = i;
        for (; i < points.size() && std::floor(points[i].x / width) == column; ++i) {
            if (points[i].y < points[low].y) low = i;
            if (points[i].y > points[high].y) high = i;
        }
        result.push_back(points[std::min(low, high)]);
        if (low != high) result.push_back(points[std::max(low, high)]);
    }
    return result;
}

// Below the frame, as its neighbours are: nothing to see.
bool lies_on_floor(const frame& f, const std::vector<point>& points, std::size_t i) {
    const auto below = [&](std::size_t j) { return points[j].y <= f.y.low; };
    return i > 0 && i + 1 < points.size() && below(i - 1) && below(i) && below(i + 1);
}

// Between neighbouring points, in px.
double spacing(const frame& f, const std::vector<point>& points) {
    const double step = (points.back().x - points.front().x) / static_cast<double>(points.size());
    return step / f.x.length() * f.width;
}

}  // namespace

std::vector<point> simplified(const std::vector<point>& points, double tolerance) {
    if (points.size() < 3) return points;
    std::vector<bool> kept(points.size());
    kept.front() = kept.back() = true;
    keep_far(points, 0, points.size() - 1, tolerance, kept);
    std::vector<point> result;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (kept[i]) result.push_back(points[i]);
    }
    return result;
}

void draw_y_axis(canvas& out, const frame& f, const std::string& unit, int most_ticks) {
    draw_y_axis(out, f, unit, ticks(f.y, most_ticks));
}

void draw_y_axis(canvas& out, const frame& f, const std::string& unit, const tick_list& list) {
    for (const auto& t : list.ticks) {
        const double y = f.at_y(t.at);
        out.line(f.left, y, f.left + f.width, y, "grid");
        out.text(f.left - 7, y + 3.5, t.label, small_end);
    }
    const std::string shown = unit + (list.factor.empty() ? "" : " " + list.factor);
    out.text(0, f.top - 10, shown, small);
}

void draw_x_grid(canvas& out, const frame& f, double least_step) {
    for (const auto& t : fitting_ticks(f.x, f.width, 10, least_step).ticks) {
        const double x = f.at_x(t.at);
        out.line(x, f.top, x, f.top + f.height, "grid");
    }
}

void draw_x_axis(canvas& out, const frame& f, const std::string& unit, double least_step) {
    const auto list = fitting_ticks(f.x, f.width, 10, least_step);
    const double y = f.top + f.height;
    for (const auto& t : list.ticks) {
        const double x = f.at_x(t.at);
        out.line(x, y, x, y + 4, "axis");
        out.text(x, y + 15, t.label, small_mid);
    }
    const std::string shown = unit + (list.factor.empty() ? "" : " " + list.factor);
    out.text(f.left + f.width / 2, y + 30, shown, small_mid);
}

void draw_curve(canvas& out, const frame& f, const std::vector<point>& points,
                const curve_style& style) {
    constexpr double tolerance = 0.08;
    const double gap = std::max(2.0, 1.5 * spacing(f, points));
    const double highest_jump = style.jump / f.y.length() * f.height;
    std::vector<point> piece;
    const auto flush = [&] {
        if (piece.size() > 1) {
            out.polyline(simplified(extremes(piece, style.column), tolerance), style.cls + " ln");
        }
        piece.clear();
    };
    for (std::size_t i = 0; i < points.size(); ++i) {
        const point& p = points[i];
        if (std::isnan(p.y) || p.x < f.x.low || p.x > f.x.high || lies_on_floor(f, points, i)) {
            continue;
        }
        const point next{f.at_x(p.x), f.at_y(std::clamp(p.y, f.y.low, f.y.high))};
        if (!piece.empty() &&
            (next.x - piece.back().x > gap || std::abs(next.y - piece.back().y) > highest_jump)) {
            flush();
        }
        piece.push_back(next);
    }
    flush();
}

void draw_legend(canvas& out, const frame& f, const std::vector<std::string>& names) {
    double x = f.left + f.width;
    for (std::size_t i = names.size(); i-- > 0;) {
        x -= text_width(names[i], 10);
        out.text(x, f.top - 10, names[i], small);
        out.line(x - 20, f.top - 13.5, x - 5, f.top - 13.5, series_class(i) + " ln");
        x -= 36;
    }
}

}  // namespace noble::drawing
