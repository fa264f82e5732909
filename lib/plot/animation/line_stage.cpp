#include <gmpxx.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/checked.hpp"
#include "plot/animation/animation.hpp"
#include "plot/animation/equation.hpp"
#include "plot/animation/stages.hpp"
#include "plot/drawing/theme.hpp"

namespace noble::drawing {
namespace {

constexpr double name_width = 60;
constexpr double kernel_top = 6;
constexpr double gap = 6;
constexpr double fan = 40;
constexpr double equation_room = 40;

template <class Scalar>
class line_stage {
 public:
    line_stage(const line_scene<Scalar>& s, csr<Scalar> matrix, timeline& time)
        : s_(s), matrix_(std::move(matrix)), time_(time) {
        const auto count = static_cast<double>(s.positions.count());
        cell_ =
            std::clamp(std::floor((page_width - name_width) / std::max(count, 1.0)), 20.0, 34.0);
        for (const auto& taps : s_.motion.kernels.front()) {
            for (const auto& tap : taps) most_ = std::max(most_, magnitude(tap.value));
        }
    }

    [[nodiscard]] double width() const { return std::max(page_width, name_width + length() + 4); }
    [[nodiscard]] double height() const { return output_top() + cell_ + equation_room; }

    void operator()(canvas& out) const {
        out.text(0, kernel_top + cell_ / 2 + 4, "taps", name_style);
        out.text(0, input_top() + cell_ / 2 + 4, "input", name_style);
        out.text(0, output_top() + cell_ / 2 + 4, "output", name_style);
        for (index_t u = s_.positions.begin; u < s_.positions.end; ++u) draw_input(out, u);
        draw_outputs(out);
        if (s_.one_kernel()) {
            draw_moving(out);
        } else {
            draw_jumping(out);
        }
        draw_steps(out);
    }

 private:
    static constexpr text_style name_style{11, "mut"};

    static double magnitude(const Scalar& value) {
        if constexpr (std::is_same_v<Scalar, exact>) {
            return std::abs(value.template to<std::complex<double>>());
        } else {
            return 1;
        }
    }

    [[nodiscard]] double input_top() const { return kernel_top + cell_ + gap; }
    [[nodiscard]] double output_top() const { return input_top() + cell_ + fan; }
    [[nodiscard]] double at(index_t position) const {
        return name_width + static_cast<double>(position - s_.positions.begin) * cell_;
    }
    [[nodiscard]] int text_size() const { return cell_ >= 28 ? 10 : 9; }
    [[nodiscard]] text_style cell_style(std::string_view colour) const {
        return {text_size(), colour, anchor::middle};
    }

    // Below its position where there is one kernel, else one beside the other.
    [[nodiscard]] double output_at(index_t k) const {
        if (!s_.one_kernel()) return name_width + static_cast<double>(k - s_.outputs.begin) * cell_;
        return at(s_.output_position(k));
    }

    [[nodiscard]] double length() const {
        const auto outputs = static_cast<double>(s_.outputs.count());
        const auto inputs = static_cast<double>(s_.positions.count());
        return cell_ * (s_.one_kernel() ? inputs : std::max(inputs, outputs));
    }

    void draw_text(canvas& out, double x, double y, const std::string& text,
                   std::string_view colour) const {
        if (text_width(text, text_size()) > cell_ - 3) return;
        out.text(x + cell_ / 2, y + cell_ / 2 + 3.5, text, cell_style(colour));
    }

    void draw_input(canvas& out, index_t u) const {
        const double x = at(u) + 1;
        const double y = input_top() + 1;
        const double side = cell_ - 2;
        const index_t m = checked::floor_div(u, s_.motion.spacing);
        if (checked::floor_mod(u, s_.motion.spacing) != 0) {
            draw_text(out, at(u), input_top(), "0", "mut");
        } else if (m >= 0 && m < s_.n) {
            out.rect(x, y, side, side, "tint", 3);
            draw_text(out, at(u), input_top(), indexed("x", m), "ink");
        } else {
            out.rect(x, y, side, side, "ghost", 3);
            draw_text(out, at(u), input_top(), extended_label(s_.rule, s_.n, m), "mut");
        }
    }

    void draw_outputs(canvas& out) const {
        for (index_t k = s_.outputs.begin; k < s_.outputs.end; ++k) {
            const double x = output_at(k) + 1;
            out.rect(x, output_top() + 1, cell_ - 2, cell_ - 2, "box", 3);
            out.open_group(time_.from(static_cast<std::size_t>(k - s_.outputs.begin)));
            out.rect(x, output_top() + 1, cell_ - 2, cell_ - 2, "done", 3);
            out.close_group();
            draw_text(out, x - 1, output_top(), indexed("y", k), "ink");
        }
    }

    // The taps of one kernel, at the base `origin` px.
    void draw_kernel(canvas& out, const tap_list<Scalar>& taps, double origin) const {
        if (taps.empty()) return;
        std::map<index_t, const Scalar*> values;
        for (const auto& tap : taps) values[tap.index] = &tap.value;
        const double first = origin + static_cast<double>(taps.front().index) * cell_;
        const double span = cell_ * static_cast<double>(taps.back().index - taps.front().index + 1);
        out.rect(first, input_top() - gap / 2, span, cell_ + gap, "c1 area", 4);
        for (index_t i = taps.front().index; i <= taps.back().index; ++i) {
            const double x = origin + static_cast<double>(i) * cell_;
            const auto found = values.find(i);
            if (found == values.end()) {
                draw_text(out, x, kernel_top, "·", "mut");
            } else {
                draw_tap(out, x, *found->second);
            }
        }
        out.rect(first, kernel_top, span, cell_, "lit", 4);
    }

    void draw_tap(canvas& out, double x, const Scalar& value) const {
        std::string colour = "c1 area";
        bool strong = false;
        if constexpr (std::is_same_v<Scalar, exact>) {
            const double v = value.is_real() ? value.re().get_d() : magnitude(value);
            colour = level_class(v, most_) + " cell";
            strong = level_is_strong(v, most_);
        }
        out.rect(x + 1, kernel_top + 1, cell_ - 2, cell_ - 2, colour, 3);
        draw_text(out, x, kernel_top, label_within(value, cell_ - 3, text_size()),
                  strong ? "inv" : "ink");
    }

    // From what a kernel covers to the output.
    void draw_fan(canvas& out, const tap_list<Scalar>& taps, double origin, double output) const {
        if (taps.empty()) return;
        const double left = origin + static_cast<double>(taps.front().index) * cell_;
        const double right = origin + static_cast<double>(taps.back().index + 1) * cell_;
        const double top = input_top() + cell_ + gap / 2;
        out.polygon(
            {{left, top}, {right, top}, {output + cell_, output_top()}, {output, output_top()}},
            "c1 area");
    }

    void draw_lit_output(canvas& out, double x) const {
        out.rect(x, output_top(), cell_, cell_, "lit", 4);
    }

    void draw_moving(canvas& out) const {
        const index_t still = s_.outputs.begin + static_cast<index_t>(time_.still());
        const double origin = at(s_.motion.base(still));
        std::vector<point> positions;
        for (index_t k = s_.outputs.begin; k < s_.outputs.end; ++k) {
            positions.push_back({at(s_.motion.base(k)) - origin, 0});
        }
        out.open_group(time_.gliding(positions));
        draw_kernel(out, s_.taps(still), origin);
        draw_fan(out, s_.taps(still), origin, output_at(still));
        draw_lit_output(out, output_at(still));
        out.close_group();
    }

    // Each phase's kernel, seen at its own steps.
    void draw_jumping(canvas& out) const {
        for (index_t phase = 0; phase < s_.motion.outputs; ++phase) {
            std::vector<bool> seen;
            for (index_t k = s_.outputs.begin; k < s_.outputs.end; ++k) {
                seen.push_back(s_.motion.phase(k) == phase);
            }
            const auto drawn = time_.drawn(seen);
            if (!drawn) continue;
            const double origin =
                at(s_.motion.base(s_.outputs.begin + static_cast<index_t>(*drawn)));
            std::vector<point> positions;
            for (index_t k = s_.outputs.begin; k < s_.outputs.end; ++k) {
                positions.push_back({at(s_.motion.base(k)) - origin, 0});
            }
            out.open_group(time_.jumping(positions, seen));
            draw_kernel(out, s_.motion.kernels.front()[static_cast<std::size_t>(phase)], origin);
            out.close_group();
        }
    }

    void draw_steps(canvas& out) const {
        for (index_t k = s_.outputs.begin; k < s_.outputs.end; ++k) {
            const index_t row = k - s_.outputs.begin;
            out.open_group(time_.during(static_cast<std::size_t>(row)));
            if (!s_.one_kernel()) {
                draw_fan(out, s_.taps(k), at(s_.motion.base(k)), output_at(k));
                draw_lit_output(out, output_at(k));
            }
            out.text(name_width, output_top() + cell_ + 26,
                     fitted(equation(matrix_, row, k), width() - name_width, 12, face::mono),
                     {12, "ink", anchor::start, face::mono});
            out.close_group();
        }
    }

    line_scene<Scalar> s_;
    csr<Scalar> matrix_;
    timeline& time_;
    double cell_ = 34;
    double most_ = 0;
};

}  // namespace

template <class Scalar>
panel moving_panel(const line_scene<Scalar>& scene, csr<Scalar> matrix, timeline& time) {
    const line_stage<Scalar> play(scene, std::move(matrix), time);
    return {"", motion_note(scene.motion), play.width(), play.height(), play};
}

template panel moving_panel(const line_scene<exact>&, csr<exact>, timeline&);
template panel moving_panel(const line_scene<polynomial>&, csr<polynomial>, timeline&);

}  // namespace noble::drawing
