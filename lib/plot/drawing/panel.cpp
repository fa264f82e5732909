#include "plot/drawing/panel.hpp"

#include <algorithm>

#include "plot/drawing/theme.hpp"

namespace noble::drawing {
namespace {

constexpr double line_height = 15;
constexpr double panel_gap = 30;

constexpr text_style word_style{15, "ink bold", anchor::start, face::mono};
constexpr text_style subtitle_style{11, "mut"};
constexpr text_style heading_style{13, "ink bold"};

// Bold is wider than the estimate.
constexpr double bold_room = 0.9;

double draw_head(canvas& out, const page& p, double width) {
    double y = 14;
    for (const auto& line : wrapped(p.word, bold_room * width, word_style.size, face::mono, 2)) {
        out.text(0, y, line, word_style);
        y += line_height + 5;
    }
    if (!p.subtitle.empty()) {
        for (const auto& line : wrapped(p.subtitle, width, 11, face::sans, 3)) {
            out.text(0, y, line, subtitle_style);
            y += line_height;
        }
    }
    return y - line_height;
}

double draw_panel(canvas& out, const panel& p, double top, double width) {
    double y = top;
    if (!p.heading.empty()) {
        out.text(0, y + 12, p.heading, heading_style);
        y += line_height + 5;
    }
    if (!p.note.empty()) {
        for (const auto& line : wrapped(p.note, width, 11, face::sans, 4)) {
            out.text(0, y + 9, line, subtitle_style);
            y += line_height;
        }
    }
    y += 8;
    out.moved(0, y, [&](canvas& inner) { p.draw(inner); });
    return y + p.height;
}

std::string description(const page& p) {
    std::string text = p.subtitle;
    for (const auto& panel : p.panels) {
        if (!text.empty()) text += ". ";
        text += panel.heading + (panel.note.empty() ? "" : ": " + panel.note);
    }
    return text;
}

}  // namespace

panel message(std::string heading, const std::string& text) {
    const auto lines = wrapped(text, page_width, 11, face::sans, 6);
    return {std::move(heading),
            {},
            page_width,
            line_height * static_cast<double>(lines.size()),
            [lines](canvas& out) {
                double y = 9;
                for (const auto& line : lines) {
                    out.text(0, y, line, subtitle_style);
                    y += line_height;
                }
            }};
}

std::string written(const page& p) {
    double width = 0;
    for (const auto& panel : p.panels) width = std::max(width, panel.width);
    width = std::max(width, 360.0);
    canvas out;
    double y = 0;
    out.moved(page_margin, page_margin, [&](canvas& inner) {
        if (!p.word.empty()) y = draw_head(inner, p, width) + panel_gap;
        for (const auto& panel : p.panels) {
            y = draw_panel(inner, panel, y, width) + panel_gap;
        }
    });
    const std::string size[2]{coordinate(width + 2 * page_margin),
                              coordinate(y - panel_gap + 2 * page_margin)};
    constexpr double longest_description = 12000;
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"noble" +
           (p.svg_class.empty() ? "" : " " + p.svg_class) + "\" role=\"img\" width=\"" + size[0] +
           "\" height=\"" + size[1] + "\" viewBox=\"0 0 " + size[0] + ' ' + size[1] +
           "\">\n<title>" + escaped(fitted(p.word, longest_description / 4, 10)) +
           "</title>\n<desc>" + escaped(fitted(description(p), longest_description, 10)) +
           "</desc>\n<style>" + style_sheet() + (p.css ? p.css() : "") +
           "</style>\n<rect class=\"sheet\" width=\"" + size[0] + "\" height=\"" + size[1] +
           "\"/>\n" + out.body() + "</svg>\n";
}

}  // namespace noble::drawing
