#include "plot/drawing/grid.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "plot/drawing/theme.hpp"

namespace noble::drawing {
namespace {

constexpr std::size_t most_labels = 2048;

double magnitude_or_value(const exact& value, grid_kind kind) {
    const auto z = value.to<std::complex<double>>();
    return kind == grid_kind::real ? z.real() : std::abs(z);
}
double magnitude_or_value(double value, grid_kind /*kind*/) { return value; }
double magnitude_or_value(std::complex<double> value, grid_kind /*kind*/) {
    return std::abs(value);
}

template <class Scalar>
bool is_complex(const std::vector<Scalar>& values) {
    if constexpr (std::is_same_v<Scalar, exact>) {
        return std::ranges::any_of(values, [](const auto& v) { return !v.is_real(); });
    } else {
        return std::is_same_v<Scalar, std::complex<double>>;
    }
}

// The order in which different entries appear.
class name_index {
 public:
    std::size_t operator()(const std::string& name) {
        return seen_.try_emplace(name, seen_.size()).first->second;
    }

 private:
    std::map<std::string, std::size_t> seen_;
};

std::string text_of(const exact& value) { return label(value); }
std::string text_of(double value) { return number(value, 4); }
std::string text_of(std::complex<double> value) { return label(exact(value)); }

template <class Scalar>
struct filler {
    grid& g;
    name_index names;

    void operator()(index_t row, index_t col, const Scalar& value, bool labelled) {
        grid_cell cell{row, col};
        if constexpr (std::is_same_v<Scalar, polynomial>) {
            cell.label = label(value);
            cell.value = static_cast<double>(names(cell.label) % series_colours);
        } else {
            cell.value = magnitude_or_value(value, g.kind);
            g.most = std::max(g.most, std::abs(cell.value));
            if (labelled) cell.label = text_of(value);
        }
        g.cells.push_back(std::move(cell));
    }
};

// One path for each colour: runs of equal neighbours in a row are one stroke.
void draw_runs(canvas& out, const grid& g, const cell_size& size) {
    std::map<std::string, std::string> data;
    for (std::size_t i = 0; i < g.cells.size();) {
        const auto& first = g.cells[i];
        const auto cls = [&](const grid_cell& c) {
            return g.kind == grid_kind::names ? series_class(static_cast<std::size_t>(c.value))
                                              : level_class(c.value, g.most);
        };
        const std::string colour = cls(first);
        std::size_t end = i + 1;
        while (end < g.cells.size() && g.cells[end].row == first.row &&
               g.cells[end].col == g.cells[end - 1].col + 1 && cls(g.cells[end]) == colour) {
            ++end;
        }
        data[colour] += "M" +
                        out.at(static_cast<double>(first.col) * size.width,
                               (static_cast<double>(first.row) + 0.5) * size.height) +
                        "h" + coordinate(static_cast<double>(end - i) * size.width);
        i = end;
    }
    out.open_group("style=\"stroke-width:" + coordinate(size.height) + "px\"");
    for (const auto& [colour, path] : data) {
        out.path(path, colour + (g.kind == grid_kind::names ? " run pale" : " run"));
    }
    out.close_group();
}

void draw_borders(canvas& out, const grid& g, const cell_size& size) {
    const double width = static_cast<double>(g.cols) * size.width;
    const double height = static_cast<double>(g.rows) * size.height;
    std::string data;
    for (index_t i = 1; i < g.rows; ++i) {
        data += "M" + out.at(0, static_cast<double>(i) * size.height) + "h" + coordinate(width);
    }
    for (index_t j = 1; j < g.cols; ++j) {
        data += "M" + out.at(static_cast<double>(j) * size.width, 0) + "v" + coordinate(height);
    }
    constexpr double narrowest = 8;
    if (std::min(size.width, size.height) >= narrowest && !data.empty()) out.path(data, "hair");
    out.rect(0, 0, width, height, "axis");
}

void draw_labels(canvas& out, const grid& g, const cell_size& size) {
    for (const auto& c : g.cells) {
        const bool strong = g.kind != grid_kind::names && level_is_strong(c.value, g.most);
        out.text((static_cast<double>(c.col) + 0.5) * size.width,
                 (static_cast<double>(c.row) + 0.5) * size.height + 3.5, c.label,
                 {10, strong ? "inv" : "ink", anchor::middle});
    }
}

}  // namespace

template <class Scalar>
grid grid_of(const csr<Scalar>& a) {
    grid g{a.rows, a.cols, {}};
    if constexpr (std::is_same_v<Scalar, polynomial>) {
        g.kind = grid_kind::names;
    } else {
        g.kind = is_complex(a.values) ? grid_kind::complex : grid_kind::real;
    }
    filler<Scalar> fill{g, {}};
    const bool labelled = a.values.size() <= most_labels;
    for (std::size_t i = 0; i + 1 < a.row_begin.size(); ++i) {
        for (auto k = a.row_begin[i]; k < a.row_begin[i + 1]; ++k) {
            const auto at = static_cast<std::size_t>(k);
            fill(static_cast<index_t>(i), a.columns[at], a.values[at], labelled);
        }
    }
    return g;
}

grid grid_of(const linear_map& a) {
    if (!a.is_numeric()) return grid_of(sparse_matrix<polynomial>(a));
    const bool small = a.rows() <= most_cells && a.cols() <= most_cells;
    if (small && !a.has_custom()) return grid_of(sparse_matrix<exact>(a));
    if (a.is_real()) return grid_of(sparse_matrix<double>(a));
    return grid_of(sparse_matrix<std::complex<double>>(a));
}

grid coarse(const grid& g, const blocks& size) {
    if (size.rows == 1 && size.cols == 1) return g;
    grid result = g;
    result.rows = (g.rows + size.rows - 1) / size.rows;
    result.cols = (g.cols + size.cols - 1) / size.cols;
    std::map<std::pair<index_t, index_t>, double> greatest;
    for (const auto& c : g.cells) {
        double& value = greatest[{c.row / size.rows, c.col / size.cols}];
        if (g.kind == grid_kind::names || std::abs(c.value) > std::abs(value)) value = c.value;
    }
    result.cells.clear();
    for (const auto& [at, value] : greatest) {
        result.cells.push_back({at.first, at.second, value});
    }
    return result;
}

void draw_cells(canvas& out, const grid& g, const cell_size& size) {
    draw_runs(out, g, size);
    draw_borders(out, g, size);
    if (size.labelled) draw_labels(out, g, size);
}

template grid grid_of(const csr<exact>&);
template grid grid_of(const csr<polynomial>&);
template grid grid_of(const csr<double>&);
template grid grid_of(const csr<std::complex<double>>&);

}  // namespace noble::drawing
