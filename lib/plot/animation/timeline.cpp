#include "plot/animation/timeline.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

namespace noble::drawing {
namespace {

constexpr double pause = 1.5;    // steps at the end, with everything shown
constexpr double resting = 0.7;  // of a step; in the rest a gliding part moves on

// FNV-1a: the same picture has the same name.
std::string mark_name(const std::string& mark) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : mark) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211U;
    }
    std::array<char, 20> text{};
    std::snprintf(text.data(), text.size(), "n%08llx",
                  static_cast<unsigned long long>(hash >> 32U));
    return text.data();
}

std::string translation(const point& p) {
    return "transform:translate(" + coordinate(p.x) + "px," + coordinate(p.y) + "px)";
}

}  // namespace

timeline::timeline(const std::string& mark, std::size_t steps, double seconds, std::size_t still)
    : name_(mark_name(mark)), steps_(steps), seconds_(seconds), still_(still) {}

double timeline::length() const { return (static_cast<double>(steps_) + pause) * seconds_; }

std::string timeline::percent(double step) const {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.3f%%",
                  100 * step / (static_cast<double>(steps_) + pause));
    return text.data();
}

std::string timeline::during(std::size_t i) const {
    const double delay = static_cast<double>(i) * seconds_ - length();
    return std::string("class=\"step") + (i == still_ ? " still" : "") + "\" data-step=\"" +
           std::to_string(i) + "\" style=\"animation-delay:" + coordinate(delay) + "s\"";
}

std::string timeline::from(std::size_t i) {
    const std::string frames = "0%{opacity:0}" + percent(static_cast<double>(i)) + "{opacity:1}";
    return added(i == 0 ? "0%{opacity:1}" : frames, "step-end", i <= still_);
}

std::string timeline::gliding(const std::vector<point>& positions) {
    std::string frames;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const auto at = static_cast<double>(i);
        frames += percent(at);
        if (i + 1 < positions.size()) frames += "," + percent(at + resting);
        frames += "{" + translation(positions[i]) + "}";
    }
    return added(frames + "100%{" + translation(positions.back()) + "}", "ease-in-out", true);
}

std::optional<std::size_t> timeline::drawn(const std::vector<bool>& seen) const {
    if (seen[still_]) return still_;
    const auto first = std::ranges::find(seen, true);
    if (first == seen.end()) return std::nullopt;
    return static_cast<std::size_t>(first - seen.begin());
}

std::string timeline::jumping(const std::vector<point>& positions, const std::vector<bool>& seen) {
    std::string frames;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        frames += percent(static_cast<double>(i)) + "{" + translation(positions[i]) +
                  (seen[i] ? ";opacity:1}" : ";opacity:0}");
    }
    return added(frames, "step-end", seen[still_]);
}

std::string timeline::added(const std::string& frames, const std::string& timing, bool seen) {
    const std::string id = name_ + "-" + std::to_string(count_++);
    rules_ += "@keyframes " + id + "{" + frames + "}." + id + "{" + (seen ? "" : "opacity:0;") +
              "animation:" + id + " " + coordinate(length()) + "s " + timing + " infinite}";
    return "class=\"" + id + "\"";
}

std::string timeline::css() const {
    const std::string scope = "." + name_ + " ";
    return scope + ".step{opacity:0;animation:" + name_ + " " + coordinate(length()) +
           "s step-end infinite}" + scope + ".still{opacity:1}@keyframes " + name_ +
           "{0%{opacity:1}" + percent(1) + "{opacity:0}}" + rules_ +
           "@media (prefers-reduced-motion:reduce){" + scope + "*{animation:none!important}}";
}

}  // namespace noble::drawing
