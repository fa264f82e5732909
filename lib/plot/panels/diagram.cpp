#include "plot/panels/diagram.hpp"

#include <algorithm>

namespace noble::drawing {
namespace {

constexpr double box_height = 38;
constexpr double box_half = box_height / 2;
constexpr double name_room = 15;
constexpr double link = 22;  // wire between blocks
constexpr double branch_gap = 14;
constexpr double bus = 14;  // between a split and its branches
constexpr double adder_radius = 9;
constexpr text_style name_style{10, "mut", anchor::middle};

void arrow(canvas& out, double from, double to) {
    out.line(from, 0, to - 6, 0, "wire");
    out.polygon({{to, 0}, {to - 7, -3.2}, {to - 7, 3.2}}, "tip");
}

// The blocks below one another: where their wires run, relative to the first.
std::vector<double> stack_offsets(const std::vector<block>& parts) {
    std::vector<double> offsets;
    double y = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) y += parts[i - 1].below + branch_gap + parts[i].above;
        offsets.push_back(y);
    }
    return offsets;
}

double widest(const std::vector<block>& parts) {
    return std::ranges::max(parts, {}, &block::width).width;
}

struct stack {
    std::vector<block> parts;
    std::vector<double> offsets;  // of the wires, relative to the common one
    double width;
    double above;
    double below;
};

// Their common wire runs half way between the first and the last.
stack stack_of(const std::vector<block>& parts) {
    stack s{parts, stack_offsets(parts), widest(parts), 0, 0};
    const double middle = s.offsets.back() / 2;
    for (double& y : s.offsets) y -= middle;
    s.above = middle + parts.front().above;
    s.below = middle + parts.back().below;
    return s;
}

// Draws each part at x, in the middle of the stack's width, wires running to both sides.
void draw_parts(canvas& out, const stack& s, double x) {
    for (std::size_t i = 0; i < s.parts.size(); ++i) {
        const double side = (s.width - s.parts[i].width) / 2;
        out.moved(x, s.offsets[i], [&](canvas& at) {
            at.line(0, 0, side, 0, "wire");
            at.moved(side, 0, s.parts[i].draw);
            at.line(side + s.parts[i].width, 0, s.width, 0, "wire");
        });
    }
}

void draw_bus(canvas& out, const stack& s, double x) {
    out.line(x, s.offsets.front(), x, s.offsets.back(), "wire");
}

void draw_adder(canvas& out, double x) {
    out.circle(x, 0, adder_radius, "box");
    out.line(x - 4, 0, x + 4, 0, "wire");
    out.line(x, -4, x, 4, "wire");
}

block labelled(double width, const std::string& below, const std::function<void(canvas&)>& shape) {
    const double whole = std::max(width, text_width(below, name_style.size) + 4);
    return {whole, box_half + 2, box_half + (below.empty() ? 2 : name_room), false,
            [=](canvas& out) {
                const double side = (whole - width) / 2;
                out.line(0, 0, side, 0, "wire");
                out.line(whole - side, 0, whole, 0, "wire");
                out.moved(side, 0, shape);
                out.text(whole / 2, box_half + 12, below, name_style);
            }};
}

}  // namespace

block box(const std::string& text, const std::string& below, bool resampler) {
    const int size = resampler ? 15 : 12;
    const double width = std::max(40.0, text_width(text, size) + 18);
    return labelled(width, below, [=](canvas& out) {
        out.rect(0, -box_half, width, box_height, resampler ? "tint" : "box", 4);
        out.text(width / 2, size * 0.36, text, {size, "ink", anchor::middle});
    });
}

block gain(const std::string& value) {
    constexpr double width = 30;
    return labelled(width, value, [](canvas& out) {
        out.polygon({{0, -box_half + 2}, {width, 0}, {0, box_half - 2}}, "box");
    });
}

block filter_box(const std::vector<double>& stems, const std::string& name) {
    if (stems.empty()) return box(name, "", false);
    constexpr double width = 76;
    return labelled(width, name, [stems](canvas& out) {
        out.rect(0, -box_half, width, box_height, "box", 4);
        const bool negative = std::ranges::any_of(stems, [](double s) { return s < 0; });
        const double zero = negative ? 3 : box_half - 6;
        const double high = zero + box_half - 6;
        const double low = box_half - 6 - zero;
        const double pitch = std::min(9.0, (width - 14) / static_cast<double>(stems.size()));
        const double first = width / 2 - pitch * static_cast<double>(stems.size() - 1) / 2;
        std::string data;
        for (std::size_t i = 0; i < stems.size(); ++i) {
            const double x = first + pitch * static_cast<double>(i);
            const double y = stems[i] < 0 ? zero - stems[i] * low : zero - stems[i] * high;
            data += "M" + out.at(x, zero) + "L" + out.at(x, y);
        }
        out.line(6, zero, width - 6, zero, "axis");
        out.path(data, pitch < 3 ? "c0 ln thin" : "c0 ln");
    });
}

block terminal(const std::string& text) {
    const double width = text_width(text, 13) + 8;
    return {width, 12, 12, false, [=](canvas& out) {
                out.text(width / 2, 4, text, {13, "ink", anchor::middle});
            }};
}

block wire(double width) {
    return {width, 4, 4, true, [=](canvas& out) { out.line(0, 0, width, 0, "wire"); }};
}

block chain(const std::vector<block>& parts) {
    block whole{-link, 0, 0, parts.front().bare, {}};
    for (const auto& p : parts) {
        whole.width += link + p.width;
        whole.above = std::max(whole.above, p.above);
        whole.below = std::max(whole.below, p.below);
    }
    whole.draw = [parts](canvas& out) {
        double x = 0;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (i > 0) {
                if (parts[i].bare) {
                    out.line(x, 0, x + link, 0, "wire");
                } else {
                    arrow(out, x, x + link);
                }
                x += link;
            }
            out.moved(x, 0, parts[i].draw);
            x += parts[i].width;
        }
    };
    return whole;
}

block parallel(const std::vector<block>& branches) {
    const stack s = stack_of(branches);
    const double end = bus + s.width + bus;
    return {end + 2 * adder_radius, std::max(s.above, adder_radius),
            std::max(s.below, adder_radius), true, [=](canvas& out) {
                draw_bus(out, s, 0);
                out.circle(0, 0, 2.4, "tip");
                for (const double y : s.offsets) out.line(0, y, bus, y, "wire");
                draw_parts(out, s, bus);
                const double x = end + adder_radius;
                for (const double y : s.offsets) out.line(bus + s.width, y, x, y, "wire");
                draw_bus(out, s, x);
                draw_adder(out, x);
            }};
}

block fan_out(const std::vector<block>& branches) {
    const stack s = stack_of(branches);
    return {bus + s.width, s.above, s.below, true, [=](canvas& out) {
                draw_bus(out, s, 0);
                out.circle(0, 0, 2.4, "tip");
                for (const double y : s.offsets) out.line(0, y, bus, y, "wire");
                draw_parts(out, s, bus);
            }};
}

block fan_in(const std::vector<block>& branches) {
    const stack s = stack_of(branches);
    return {s.width + bus + 2 * adder_radius, std::max(s.above, adder_radius),
            std::max(s.below, adder_radius), true, [=](canvas& out) {
                draw_parts(out, s, 0);
                const double x = s.width + bus + adder_radius;
                for (const double y : s.offsets) out.line(s.width, y, x, y, "wire");
                draw_bus(out, s, x);
                draw_adder(out, x);
            }};
}

block stacked(const std::vector<block>& parts) {
    const auto offsets = stack_offsets(parts);
    return {widest(parts), parts.front().above, offsets.back() + parts.back().below, true,
            [=](canvas& out) {
                for (std::size_t i = 0; i < parts.size(); ++i) {
                    out.moved(0, offsets[i], parts[i].draw);
                }
            }};
}

block framed(const block& inner, const std::string& caption) {
    constexpr double pad = 12;
    const double width = std::max(inner.width, text_width(caption, 10) - 4);
    return {width + 2 * pad, inner.above + 20, inner.below + 8, true, [=](canvas& out) {
                const double side = pad + (width - inner.width) / 2;
                out.rect(0, -inner.above - 20, width + 2 * pad, inner.above + inner.below + 28,
                         "ghost", 6);
                out.text(8, -inner.above - 7, caption, {10, "mut"});
                out.line(0, 0, side, 0, "wire");
                out.moved(side, 0, inner.draw);
                out.line(side + inner.width, 0, width + 2 * pad, 0, "wire");
            }};
}

}  // namespace noble::drawing
