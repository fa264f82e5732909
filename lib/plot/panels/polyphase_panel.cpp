#include <algorithm>
#include <cmath>

#include "base/checked.hpp"
#include "plot/drawing/stems.hpp"
#include "plot/drawing/theme.hpp"
#include "plot/panels/panels.hpp"

namespace noble::drawing {
namespace {

constexpr index_t most_branches_drawn = 12;
constexpr double branch_height = 56;
constexpr double column_gap = 24;

struct branch {
    std::string name;
    real_taps taps;
    exact sum;
};

void add(branch& b, index_t index, const exact& value) {
    b.taps.push_back({index, value.to<std::complex<double>>().real()});
    b.sum += value;
}

std::vector<branch> output_branches(const canonical<exact>& form) {
    std::vector<branch> list;
    for (index_t r = 0; r < std::min(form.outputs(), most_branches_drawn); ++r) {
        branch b{"r = " + std::to_string(r), {}, 0};
        for (const auto& tap : form.row(r)) add(b, tap.offset, tap.value);
        list.push_back(std::move(b));
    }
    return list;
}

std::vector<branch> input_branches(const canonical<exact>& form) {
    std::vector<branch> list;
    for (index_t m = 0; m < std::min(form.inputs(), most_branches_drawn); ++m) {
        branch b{"m = " + std::to_string(m), {}, 0};
        for (const auto& tap : form.row(0)) {
            if (checked::floor_mod(tap.offset, form.inputs()) == m) {
                add(b, checked::floor_div(tap.offset, form.inputs()), tap.value);
            }
        }
        list.push_back(std::move(b));
    }
    return list;
}

// One axis for all branches, so that they can be compared.
struct shared_axes {
    index_axis index;
    range values;
};

shared_axes axes_of(const std::vector<branch>& list) {
    real_taps all;
    for (const auto& b : list) all.insert(all.end(), b.taps.begin(), b.taps.end());
    if (all.empty()) return {index_axis_of(0, 0), {-1, 1}};
    const auto [low, high] = std::ranges::minmax(all, {}, &tap<double>::index);
    return {index_axis_of(low.index, high.index), value_range(all)};
}

bool is_drawable(const std::vector<branch>& list) {
    return std::ranges::all_of(list, [](const auto& b) {
        return std::ranges::all_of(b.taps,
                                   [](const auto& t) { return std::abs(t.value) <= most_drawn; });
    });
}

std::string formula(const canonical<exact>& form) {
    const std::string inputs = number(form.inputs());
    if (form.outputs() == 1) {
        return "y[j] = Σ c[" + inputs + "w + m] · x[" + inputs + "(j + w) + m], over w";
    }
    return "y[" + number(form.outputs()) + "j + r] = Σ c_r[o] · x[" +
           (form.inputs() == 1 ? "" : inputs) + "j + o], over o";
}

std::string note_of(const canonical<exact>& form, index_t branches) {
    std::string note = formula(form) + "; Σ is the sum of a branch";
    if (branches > most_branches_drawn) {
        note += "; the first " + std::to_string(most_branches_drawn) + " of " + number(branches);
    }
    const bool real =
        std::ranges::all_of(form.taps(), [](const auto& t) { return t.value.is_real(); });
    return real ? note : note + "; real parts";
}

constexpr double row_pitch = unit_room + branch_height + tick_room + 12;
constexpr double branch_width = (page_width - column_gap) / 2;

void draw_branch(canvas& out, const branch& b, const shared_axes& axes, const std::string& unit,
                 std::size_t i) {
    const std::size_t row = i / 2;
    const double top = static_cast<double>(row) * row_pitch + unit_room;
    const frame f{left_room,        top,        branch_width - left_room - 8, branch_height,
                  axes.index.shown, axes.values};
    draw_y_axis(out, f, b.name, 3);
    out.text(f.left + f.width, top - 10, "Σ = " + fitted(label(b.sum, 6), 120, 10),
             {10, "mut", anchor::end});
    draw_stems(out, f, axes.index, b.taps, {.cls = series_class(i)});
    draw_x_axis(out, f, unit, 1);
}

// In two columns; the unit stands below the last of each.
void draw_branches(canvas& out, const std::vector<branch>& list, const shared_axes& axes,
                   const std::string& unit) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        const bool last = i + 2 >= list.size();
        out.moved(static_cast<double>(i % 2) * (branch_width + column_gap), 0,
                  [&](canvas& at) { draw_branch(at, list[i], axes, last ? unit : "", i); });
    }
}

}  // namespace

panel polyphase_panel(const canonical<exact>& form) {
    const bool by_output = form.outputs() > 1;
    const auto list = by_output ? output_branches(form) : input_branches(form);
    const std::string heading = "Polyphase branches";
    if (!is_drawable(list)) return message(heading, "Taps beyond 1e300 are not drawn.");
    const std::string note = note_of(form, by_output ? form.outputs() : form.inputs());
    const shared_axes axes = axes_of(list);
    const std::string unit = axes.index.unit(by_output ? "o" : "w") + " (samples)";
    const std::size_t rows = (list.size() + 1) / 2;
    const double height = static_cast<double>(rows) * row_pitch - 12 + (below_room - tick_room);
    return {heading, note, page_width, height,
            [=](canvas& out) { draw_branches(out, list, axes, unit); }};
}

}  // namespace noble::drawing
