#include "plot/drawing/canvas.hpp"

namespace noble::drawing {
namespace {

std::string attribute(const char* name, double value) {
    return std::string(" ") + name + "=\"" + coordinate(value) + '"';
}

std::string class_attribute(std::string_view cls) {
    return cls.empty() ? "" : " class=\"" + std::string(cls) + '"';
}

const char* anchor_class(anchor a) {
    if (a == anchor::middle) return " mid";
    return a == anchor::end ? " end" : "";
}

}  // namespace

void canvas::text(double x, double y, const std::string& content, const text_style& style) {
    if (content.empty()) return;
    body_ += "<text" + attribute("x", origin_.x + x) + attribute("y", origin_.y + y) +
             " class=\"f" + std::to_string(style.size) + ' ' + std::string(style.colour) +
             anchor_class(style.at) + (style.family == face::mono ? " mono" : "") + "\">" +
             escaped(content) + "</text>\n";
}

void canvas::line(double x1, double y1, double x2, double y2, std::string_view cls) {
    path("M" + at(x1, y1) + "L" + at(x2, y2), cls);
}

void canvas::rect(double x, double y, double width, double height, std::string_view cls,
                  double radius, const std::string& title) {
    body_ += "<rect" + attribute("x", origin_.x + x) + attribute("y", origin_.y + y) +
             attribute("width", width) + attribute("height", height) +
             (radius > 0 ? attribute("rx", radius) : "") + class_attribute(cls);
    body_ += title.empty() ? "/>\n" : "><title>" + escaped(title) + "</title></rect>\n";
}

void canvas::circle(double x, double y, double radius, std::string_view cls) {
    body_ += "<circle" + attribute("cx", origin_.x + x) + attribute("cy", origin_.y + y) +
             attribute("r", radius) + class_attribute(cls) + "/>\n";
}

void canvas::polyline(const std::vector<point>& list, std::string_view cls) {
    points("polyline", list, cls);
}

void canvas::polygon(const std::vector<point>& list, std::string_view cls) {
    points("polygon", list, cls);
}

void canvas::path(const std::string& data, std::string_view cls) {
    body_ += "<path" + class_attribute(cls) + " d=\"" + data + "\"/>\n";
}

std::string canvas::at(double x, double y) const {
    return coordinate(origin_.x + x) + ' ' + coordinate(origin_.y + y);
}

void canvas::open_group(std::string_view attributes) {
    body_ += "<g " + std::string(attributes) + ">\n";
}

void canvas::close_group() { body_ += "</g>\n"; }

void canvas::points(const char* element, const std::vector<point>& list, std::string_view cls) {
    body_ += std::string("<") + element + class_attribute(cls) + " points=\"";
    for (const auto& p : list) {
        if (&p != &list.front()) body_ += ' ';
        body_ += coordinate(origin_.x + p.x) + ',' + coordinate(origin_.y + p.y);
    }
    body_ += "\"/>\n";
}

}  // namespace noble::drawing
