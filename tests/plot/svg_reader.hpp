// Reads an SVG back: whether it is well-formed XML, its elements, and where its texts lie.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "plot/drawing/text.hpp"

namespace noble::testing {

struct element {
    std::string name;
    std::map<std::string, std::string> attributes;
    std::string text;   // directly within
    std::string layer;  // what is not always seen: the step, or the moving group, that holds it
    [[nodiscard]] double number(const std::string& key) const {
        return std::stod(attributes.at(key));
    }
    [[nodiscard]] bool has_class(const std::string& cls) const {
        const auto found = attributes.find("class");
        return found != attributes.end() &&
               (" " + found->second + " ").find(" " + cls + " ") != std::string::npos;
    }
};

struct text_box {
    std::string text;
    std::string layer;
    double left;
    double right;
    double top;
    double bottom;
};

class svg_reader {
 public:
    /// Throws std::runtime_error unless the text is one well-formed element.
    explicit svg_reader(const std::string& svg) : svg_(svg) {
        skip_space();
        element_at("");
        skip_space();
        require(at_ == svg_.size(), "something after the root");
    }

    [[nodiscard]] const std::vector<element>& elements() const { return elements_; }

    [[nodiscard]] std::vector<element> with_class(const std::string& cls) const {
        std::vector<element> found;
        for (const auto& e : elements_) {
            if (e.has_class(cls)) found.push_back(e);
        }
        return found;
    }

    [[nodiscard]] std::vector<text_box> boxes() const {
        std::vector<text_box> list;
        for (const auto& e : elements_) {
            if (e.name == "text") list.push_back(box_of(e));
        }
        return list;
    }

    [[nodiscard]] bool says(const std::string& text) const {
        return std::ranges::any_of(elements_, [&](const auto& e) {
            return e.name == "text" && e.text.find(text) != std::string::npos;
        });
    }

 private:
    void require(bool holds, const std::string& what) const {
        if (!holds) {
            throw std::runtime_error(what + " at: " + svg_.substr(at_, 60));
        }
    }

    void skip_space() {
        while (at_ < svg_.size() && std::isspace(static_cast<unsigned char>(svg_[at_])) != 0) ++at_;
    }

    std::string name() {
        const std::size_t from = at_;
        while (at_ < svg_.size() && (std::isalnum(static_cast<unsigned char>(svg_[at_])) != 0 ||
                                     svg_[at_] == '-' || svg_[at_] == ':')) {
            ++at_;
        }
        require(at_ > from, "no name");
        return svg_.substr(from, at_ - from);
    }

    // Text up to `end`, with its entities read.
    std::string characters(char end) {
        static const std::map<std::string, std::string> entities{
            {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"#39", "'"}};
        std::string text;
        while (at_ < svg_.size() && svg_[at_] != end) {
            require(svg_[at_] != '<', "a bare <");
            if (svg_[at_] == '&') {
                const auto semicolon = svg_.find(';', at_);
                require(semicolon != std::string::npos, "a bare &");
                const auto found = entities.find(svg_.substr(at_ + 1, semicolon - at_ - 1));
                require(found != entities.end(), "an unknown entity");
                text += found->second;
                at_ = semicolon + 1;
            } else {
                text += svg_[at_++];
            }
        }
        return text;
    }

    void element_at(const std::string& layer) {
        require(svg_.compare(at_, 1, "<") == 0, "no element");
        ++at_;
        element e{name(), {}, "", layer};
        attributes_of(e);
        const bool step = e.has_class("step");
        const auto cls = e.attributes.find("class");
        const bool moving = e.name == "g" && !step && cls != e.attributes.end();
        const std::string inner = step     ? "step " + e.attributes.at("data-step")
                                  : moving ? cls->second
                                           : layer;
        const std::size_t index = elements_.size();
        elements_.push_back(e);
        if (svg_.compare(at_, 2, "/>") == 0) {
            at_ += 2;
            return;
        }
        require(svg_.compare(at_, 1, ">") == 0, "an open tag");
        ++at_;
        while (svg_.compare(at_, 2, "</") != 0) {
            require(at_ < svg_.size(), "no end");
            if (svg_[at_] == '<') {
                element_at(inner);
            } else {
                elements_[index].text += characters('<');
            }
        }
        at_ += 2;
        require(name() == e.name, "another end");
        require(svg_.compare(at_, 1, ">") == 0, "an open end");
        ++at_;
    }

    void attributes_of(element& e) {
        for (skip_space(); at_ < svg_.size() && svg_[at_] != '>' && svg_[at_] != '/';
             skip_space()) {
            const std::string key = name();
            require(svg_.compare(at_, 2, "=\"") == 0, "no value");
            at_ += 2;
            require(e.attributes.emplace(key, characters('"')).second, "an attribute twice");
            ++at_;
        }
    }

    static text_box box_of(const element& e) {
        const std::string cls = e.attributes.at("class");
        const double size = std::stod(cls.substr(cls.find('f') + 1));
        const auto face = e.has_class("mono") ? drawing::face::mono : drawing::face::sans;
        const double width = drawing::text_width(e.text, size, face);
        const double x = e.number("x") - (e.has_class("mid")   ? width / 2
                                          : e.has_class("end") ? width
                                                               : 0);
        const double y = e.number("y");
        return {e.text, e.layer, x, x + width, y - 0.72 * size, y + 0.2 * size};
    }

    const std::string& svg_;
    std::size_t at_ = 0;
    std::vector<element> elements_;
};

/// The first pair of texts that are seen together and overlap, or one outside the page.
inline std::optional<std::string> misplaced_text(const svg_reader& svg) {
    const auto boxes = svg.boxes();
    const auto& root = svg.elements().front();
    constexpr double slack = 0.5;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const auto& a = boxes[i];
        if (a.left < -slack || a.right > root.number("width") + slack || a.top < -slack ||
            a.bottom > root.number("height") + slack) {
            return "outside: " + a.text;
        }
        for (std::size_t j = 0; j < i; ++j) {
            const auto& b = boxes[j];
            const bool together = a.layer == b.layer || a.layer.empty() || b.layer.empty();
            const bool apart = a.right <= b.left + slack || b.right <= a.left + slack ||
                               a.bottom <= b.top + slack || b.bottom <= a.top + slack;
            if (together && !apart) return "'" + a.text + "' on '" + b.text + "'";
        }
    }
    return std::nullopt;
}

}  // namespace noble::testing
