// When parts of an animation are seen: CSS keyframes over a loop of equal steps and a pause.
//
// Names carry a mark of the picture's own, as the keyframes of all pictures in one page share one
// space of names. Without animation the step `still` is shown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plot/drawing/canvas.hpp"

namespace noble::drawing {

class timeline {
 public:
    /// `mark` is what tells this picture from others.
    timeline(const std::string& mark, std::size_t steps, double seconds, std::size_t still);

    [[nodiscard]] std::size_t steps() const noexcept { return steps_; }
    [[nodiscard]] std::size_t still() const noexcept { return still_; }

    /// Attributes of a group that is seen during step i.
    [[nodiscard]] std::string during(std::size_t i) const;
    /// Attributes of a group that is seen from step i until the loop ends.
    std::string from(std::size_t i);
    /// Attributes of a group that glides to positions[i] px (relative to where it is drawn) at
    /// step i.
    std::string gliding(const std::vector<point>& positions);
    /// The same, but jumping, and unseen where `seen[i]` is false.
    std::string jumping(const std::vector<point>& positions, const std::vector<bool>& seen);
    /// The step as which such a group is drawn, so that it lies within the page: the still one if
    /// it is seen then, else the first at which it is; nothing if it never is.
    [[nodiscard]] std::optional<std::size_t> drawn(const std::vector<bool>& seen) const;

    /// The class of the root element, and the style sheet of all that was asked for.
    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] std::string css() const;

 private:
    [[nodiscard]] std::string percent(double step) const;
    [[nodiscard]] double length() const;
    std::string added(const std::string& frames, const std::string& timing, bool seen);

    std::string name_;
    std::size_t steps_;
    double seconds_;
    std::size_t still_;
    std::string rules_;
    std::size_t count_ = 0;
};

}  // namespace noble::drawing
