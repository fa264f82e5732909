#include <algorithm>
#include <cmath>

#include "base/checked.hpp"
#include "plot/animation/animation.hpp"
#include "plot/animation/stages.hpp"
#include "plot/drawing/theme.hpp"

namespace noble::drawing {
namespace {

constexpr double caption_room = 22;
constexpr double space_between = 64;

// Outputs in the order in which they are made.
struct cell_index {
    index_t row;
    index_t col;
};

template <class Scalar>
class plane_stage {
 public:
    plane_stage(plane_scene<Scalar> s, timeline& time) : s_(std::move(s)), time_(time) {
        for (index_t r = s_.rows.outputs.begin; r < s_.rows.outputs.end; ++r) {
            for (index_t c = s_.cols.outputs.begin; c < s_.cols.outputs.end; ++c) {
                order_.push_back({r, c});
            }
        }
        const auto across =
            static_cast<double>(s_.cols.positions.count() + s_.cols.outputs.count());
        const auto down =
            static_cast<double>(std::max(s_.rows.positions.count(), s_.rows.outputs.count()));
        cell_ = std::clamp(std::floor(std::min((page_width - space_between) / across, 420 / down)),
                           16.0, 36.0);
    }

    [[nodiscard]] double width() const {
        return std::max(page_width, output_left() + extent(s_.cols.outputs));
    }
    [[nodiscard]] double height() const { return caption_room + tallest() + 4; }

    void operator()(canvas& out) const {
        draw_captions(out);
        draw_input(out);
        draw_outputs(out);
        if (s_.kernels.size() == 1) {
            draw_moving(out);
        } else {
            draw_jumping(out);
        }
        draw_steps(out);
    }

 private:
    [[nodiscard]] double extent(const interval& i) const {
        return cell_ * static_cast<double>(i.count());
    }
    [[nodiscard]] double output_left() const { return extent(s_.cols.positions) + space_between; }
    // The corner of a position of the input, of an output.
    [[nodiscard]] point input_at(index_t row, index_t col) const {
        return {static_cast<double>(col - s_.cols.positions.begin) * cell_,
                input_top() + static_cast<double>(row - s_.rows.positions.begin) * cell_};
    }
    [[nodiscard]] point output_at(const cell_index& k) const {
        return {output_left() + static_cast<double>(k.col - s_.cols.outputs.begin) * cell_,
                output_top() + static_cast<double>(k.row - s_.rows.outputs.begin) * cell_};
    }
    [[nodiscard]] double tallest() const {
        return std::max(extent(s_.rows.positions), extent(s_.rows.outputs));
    }
    [[nodiscard]] double input_top() const {
        return caption_room + (tallest() - extent(s_.rows.positions)) / 2;
    }
    [[nodiscard]] double output_top() const {
        return caption_room + (tallest() - extent(s_.rows.outputs)) / 2;
    }
    [[nodiscard]] point base_at(const cell_index& k) const {
        return input_at(s_.motion.rows.base(k.row), s_.motion.cols.base(k.col));
    }

    void draw_captions(canvas& out) const {
        const auto size = [](index_t rows, index_t cols) {
            return number(rows) + " × " + number(cols);
        };
        const double room = output_left() - 10;
        out.text(0, input_top() - 10, fitted("input " + size(s_.rows.n, s_.cols.n), room, 11),
                 {11, "mut"});
        out.text(output_left(), output_top() - 10,
                 "output " + size(s_.rows.outputs.count(), s_.cols.outputs.count()), {11, "mut"});
        const double y = caption_room + tallest() / 2;
        const double x = output_left() - space_between / 2;
        out.line(x - 14, y, x + 8, y, "wire");
        out.polygon({{x + 14, y}, {x + 6, y - 4}, {x + 6, y + 4}}, "tip");
    }

    // Samples, zeros between them, and what lies outside.
    void draw_input(canvas& out) const {
        const auto inside = [](const axis_span& s, index_t u) {
            return u >= 0 && u <= (s.n - 1) * s.spacing && s.n > 0;
        };
        const auto sample = [](const axis_span& s, index_t u) {
            return checked::floor_mod(u, s.spacing) == 0;
        };
        std::string outside;
        for (index_t u = s_.rows.positions.begin; u < s_.rows.positions.end; ++u) {
            for (index_t v = s_.cols.positions.begin; v < s_.cols.positions.end; ++v) {
                const point p = input_at(u, v);
                const double side = cell_ - 2;
                if (!inside(s_.rows, u) || !inside(s_.cols, v)) {
                    outside += "M" + out.at(p.x + 1, p.y + 1) + "h" + coordinate(side) + "v" +
                               coordinate(side) + "h" + coordinate(-side) + "z";
                } else if (sample(s_.rows, u) && sample(s_.cols, v)) {
                    out.rect(p.x + 1, p.y + 1, side, side, "sample", 3);
                } else {
                    out.rect(p.x + 1, p.y + 1, side, side, "box", 3);
                }
            }
        }
        if (!outside.empty()) out.path(outside, "ghost");
    }

    void draw_outputs(canvas& out) const {
        for (std::size_t i = 0; i < order_.size(); ++i) {
            const point p = output_at(order_[i]);
            out.rect(p.x + 1, p.y + 1, cell_ - 2, cell_ - 2, "box", 3);
            out.open_group(time_.from(i));
            out.rect(p.x + 1, p.y + 1, cell_ - 2, cell_ - 2, "done", 3);
            out.close_group();
        }
    }

    // A kernel with its base at `origin`: a frame, and a number in each cell's corner.
    void draw_kernel(canvas& out, const std::vector<plane_tap<Scalar>>& taps,
                     const point& origin) const {
        if (taps.empty()) return;
        const auto [left, right] = std::ranges::minmax(taps, {}, &plane_tap<Scalar>::col);
        const double x = origin.x + static_cast<double>(left.col) * cell_;
        const double y = origin.y + static_cast<double>(taps.front().row) * cell_;
        out.rect(x, y, cell_ * static_cast<double>(right.col - left.col + 1),
                 cell_ * static_cast<double>(taps.back().row - taps.front().row + 1), "lit", 4);
        for (const auto& tap : taps) {
            draw_tap(out,
                     {origin.x + static_cast<double>(tap.col) * cell_,
                      origin.y + static_cast<double>(tap.row) * cell_},
                     tap.value);
        }
    }

    void draw_tap(canvas& out, const point& p, const Scalar& value) const {
        out.rect(p.x + 1, p.y + 1, cell_ - 2, cell_ - 2, "c1 area", 3);
        out.text(p.x + cell_ - 3, p.y + cell_ - 4, label_within(value, cell_ - 4, 9),
                 {9, "ink", anchor::end});
    }

    void draw_lit_output(canvas& out, const cell_index& k) const {
        const point p = output_at(k);
        out.rect(p.x, p.y, cell_, cell_, "lit", 4);
    }

    void draw_moving(canvas& out) const {
        const point origin = base_at(order_[time_.still()]);
        std::vector<point> positions;
        for (const auto& k : order_) {
            const point p = base_at(k);
            positions.push_back({p.x - origin.x, p.y - origin.y});
        }
        out.open_group(time_.gliding(positions));
        draw_kernel(out, s_.kernels.front(), origin);
        out.close_group();
    }

    void draw_jumping(canvas& out) const {
        for (std::size_t phase = 0; phase < s_.kernels.size(); ++phase) {
            std::vector<bool> seen;
            for (const auto& k : order_) seen.push_back(s_.phase(k.row, k.col) == phase);
            const auto drawn = time_.drawn(seen);
            if (!drawn) continue;
            const point origin = base_at(order_[*drawn]);
            std::vector<point> positions;
            for (const auto& k : order_) {
                const point p = base_at(k);
                positions.push_back({p.x - origin.x, p.y - origin.y});
            }
            out.open_group(time_.jumping(positions, seen));
            draw_kernel(out, s_.kernels[phase], origin);
            out.close_group();
        }
    }

    void draw_steps(canvas& out) const {
        for (std::size_t i = 0; i < order_.size(); ++i) {
            out.open_group(time_.during(i));
            draw_lit_output(out, order_[i]);
            out.close_group();
        }
    }

    plane_scene<Scalar> s_;
    timeline& time_;
    std::vector<cell_index> order_;
    double cell_ = 30;
};

}  // namespace

template <class Scalar>
panel moving_panel(const plane_scene<Scalar>& scene, timeline& time) {
    const plane_stage<Scalar> play(scene, time);
    return {
        "",
        "Axis 0: " + motion_note(scene.motion.rows) + ". Axis 1: " + motion_note(scene.motion.cols),
        play.width(), play.height(), play};
}

template panel moving_panel(const plane_scene<exact>&, timeline&);
template panel moving_panel(const plane_scene<polynomial>&, timeline&);

}  // namespace noble::drawing
