#include <algorithm>
#include <cmath>

#include "plot/drawing/frame.hpp"
#include "plot/drawing/theme.hpp"
#include "plot/panels/panels.hpp"

namespace noble::drawing {
namespace {

constexpr double left = 56;
constexpr double top = 36;
constexpr double most_width = page_width - left - 8;
constexpr double most_height = 460;
constexpr double scale_height = 34;

double widest_label(const grid& g) {
    double widest = 0;
    for (const auto& c : g.cells) widest = std::max(widest, text_width(c.label, 10));
    return widest;
}

// Labelled where all labels fit, else square where that leaves cells of a pixel or more.
cell_size size_of(const grid& g) {
    const auto rows = static_cast<double>(std::max<index_t>(g.rows, 1));
    const auto cols = static_cast<double>(std::max<index_t>(g.cols, 1));
    const bool named = std::ranges::all_of(g.cells, [](const auto& c) { return !c.label.empty(); });
    const double labelled_width = std::max(widest_label(g) + 8, 26.0);
    if (named && cols * labelled_width <= most_width && rows * 20 <= 2 * most_height) {
        return {labelled_width, rows * 24 <= most_height ? 24.0 : 20.0, true};
    }
    const double square = std::min({most_width / cols, most_height / rows, 24.0});
    constexpr double least = 4;
    if (square >= least) return {std::floor(square), std::floor(square), false};
    return {std::min(most_width / cols, 24.0), std::min(most_height / rows, 24.0), false};
}

// Ticks at the middle of the cells of a side.
struct side {
    index_t first = 0;
    index_t count = 0;  // of rows or columns, not cells
    index_t block = 1;
    double cell = 0;

    [[nodiscard]] double at(double index) const {
        return ((index - static_cast<double>(first)) / static_cast<double>(block) +
                (block == 1 ? 0.5 : 0)) *
               cell;
    }
    [[nodiscard]] range shown() const {
        return {static_cast<double>(first),
                static_cast<double>(first + std::max<index_t>(count - 1, 1))};
    }
    [[nodiscard]] double length() const {
        return cell * static_cast<double>(count) / static_cast<double>(block);
    }
};

tick_list column_ticks(const side& s) { return fitting_ticks(s.shown(), s.length(), 10, 1); }

tick_list row_ticks(const side& s) {
    const double pitch = s.cell >= 16 ? 17 : 28;
    return ticks(s.shown(), std::clamp(static_cast<int>(s.length() / pitch), 2, 40), 1);
}

// `; output ×10⁶`, where labels are in such units, and `; row 0 is output 1000000`.
std::string side_note(const std::string& name, index_t base, const tick_list& list) {
    std::string note;
    if (!list.factor.empty()) note += "; " + name + " " + list.factor;
    if (base != 0) note += "; " + name + " 0 stands for " + number(base);
    return note;
}

// What an index is counted from, where it would be long.
index_t base_of(index_t first) {
    constexpr index_t large = 10'000;
    return first >= large || first <= -large ? first : 0;
}

void draw_columns(canvas& out, const side& s, const std::string& name) {
    if (s.count == 0) return;
    for (const auto& t : column_ticks(s).ticks) {
        if (t.at >= static_cast<double>(s.first + s.count)) continue;
        out.text(left + s.at(t.at), top - 6, t.label, {10, "mut", anchor::middle});
    }
    out.text(left, top - 22, name + " →", {10, "mut"});
}

void draw_rows(canvas& out, const side& s, const std::string& name) {
    if (s.count == 0) return;
    for (const auto& t : row_ticks(s).ticks) {
        if (t.at >= static_cast<double>(s.first + s.count)) continue;
        out.text(left - 7, top + s.at(t.at) + 3.5, t.label, {10, "mut", anchor::end});
    }
    out.text(0, top - 6, name + " ↓", {10, "mut"});
}

// From −most, or 0 where nothing is negative, to most.
void draw_scale(canvas& out, const grid& g, double y) {
    const bool negative = std::ranges::any_of(g.cells, [](const auto& c) { return c.value < 0; });
    constexpr double width = 12;
    double x = left;
    const std::string low = negative ? number(-g.most, 4) : "0";
    out.text(x, y + 9, low, {10, "mut"});
    x += text_width(low, 10) + 7;
    for (int level = negative ? -most_level : 0; level <= most_level; ++level) {
        const double value = g.most * level / most_level;
        out.rect(x, y, width, 10, level_class(value, g.most) + " cell");
        x += width;
    }
    std::string high = number(g.most, 4);
    if (g.kind == grid_kind::complex) high += "  (magnitude)";
    out.text(x + 7, y + 9, high, {10, "mut"});
}

std::string block_note(const blocks& b) {
    if (b.rows == 1 && b.cols == 1) return {};
    return "; a cell is the entry of greatest magnitude of " + number(b.rows) + " × " +
           number(b.cols);
}

// Rows and columns as the outputs and inputs of a word.
void name_sides(grid& g, const linear_map& map) {
    const auto* word = std::get_if<map_node::bound_word>(&map.root());
    if (word == nullptr) return;
    g.row_name = word->transposed ? "input" : "output";
    g.col_name = word->transposed ? "output" : "input";
    (word->transposed ? g.first_col : g.first_row) = word->outputs.begin;
}

std::string boundary_note(const linear_map& map) {
    const auto* word = std::get_if<map_node::bound_word>(&map.root());
    if (word == nullptr) return {};
    return "; boundary " + to_string(word->boundary) + (word->transposed ? "; transposed" : "");
}

}  // namespace

blocks blocks_of(const grid& g) {
    const auto per_cell = [](index_t size) {
        return std::max<index_t>((size + most_cells - 1) / most_cells, 1);
    };
    return {per_cell(g.rows), per_cell(g.cols)};
}

grid_place place_of(const grid& g) { return {left, top, size_of(g)}; }

panel grid_panel(std::string heading, std::string note, const grid& full, const blocks& block) {
    const grid g = coarse(full, block);
    const cell_size size = size_of(g);
    const index_t row_base = base_of(full.first_row);
    const index_t col_base = base_of(full.first_col);
    const side rows{full.first_row - row_base, full.rows, block.rows, size.height};
    const side cols{full.first_col - col_base, full.cols, block.cols, size.width};
    const double height = static_cast<double>(g.rows) * size.height;
    const bool scaled = g.kind != grid_kind::names && g.most > 0 && std::isfinite(g.most);
    note += block_note(block) + side_note(g.row_name, row_base, row_ticks(rows)) +
            side_note(g.col_name, col_base, column_ticks(cols));
    return {std::move(heading), std::move(note), page_width,
            top + height + (scaled ? scale_height : 4), [=](canvas& out) {
                draw_columns(out, cols, g.col_name);
                draw_rows(out, rows, g.row_name);
                out.moved(left, top, [&](canvas& at) { draw_cells(at, g, size); });
                if (scaled) draw_scale(out, g, top + height + 18);
            }};
}

grid matrix_grid(const linear_map& map) {
    grid g = grid_of(map);
    name_sides(g, map);
    return g;
}

panel matrix_panel(const linear_map& map) {
    const grid g = matrix_grid(map);
    const std::string note = number(g.rows) + " × " + number(g.cols) + ", " +
                             number(static_cast<index_t>(g.cells.size())) + " entries not zero" +
                             boundary_note(map);
    return grid_panel("Matrix", note, g, blocks_of(g));
}

}  // namespace noble::drawing
