#include "plot/panels/kernel2d.hpp"

#include <algorithm>
#include <functional>
#include <map>

#include "base/checked.hpp"

namespace noble::drawing {
namespace {

constexpr double most_taps = 1e6;

// Of the terms' kernels, which are multiplied out.
template <class Scalar>
double tap_count(const plane_motion<Scalar>& m) {
    double count = 0;
    for (std::size_t i = 0; i < m.rows.kernels.size(); ++i) {
        count += static_cast<double>(m.rows.kernels[i].front().size()) *
                 static_cast<double>(m.cols.kernels[i].front().size());
    }
    return count;
}

// Rows and columns of h from those of its turned-around kernel.
template <class Scalar>
grid image_of(const op2d& a) {
    const auto motion = motion_of<Scalar>(a);
    if (motion.rows.outputs > 1 || motion.cols.outputs > 1 || tap_count(motion) > most_taps)
        return {};
    auto taps = plane_kernel(motion, 0, 0);
    if (taps.empty()) return {};
    std::ranges::reverse(taps);  // h[t0, t1] lies at (−t0, −t1)
    const auto [low, high] = std::ranges::minmax(taps, std::greater<>{}, &plane_tap<Scalar>::col);
    csr<Scalar> image;
    const index_t first_row = -taps.front().row;
    const index_t first_col = -low.col;
    image.rows = checked::add(checked::sub(-taps.back().row, first_row), 1);
    image.cols = checked::add(checked::sub(-high.col, first_col), 1);
    require_memory(image.rows, sizeof(index_t), "the kernel as an image");
    image.row_begin.assign(static_cast<std::size_t>(image.rows) + 1, 0);
    for (const auto& tap : taps) {
        ++image.row_begin[static_cast<std::size_t>(-tap.row - first_row) + 1];
        image.columns.push_back(-tap.col - first_col);
        image.values.push_back(tap.value);
    }
    for (std::size_t i = 1; i < image.row_begin.size(); ++i) {
        image.row_begin[i] += image.row_begin[i - 1];
    }
    grid g = grid_of(image);
    g.first_row = first_row;
    g.first_col = first_col;
    g.row_name = "t₀";
    g.col_name = "t₁";
    return g;
}

}  // namespace

bool is_numeric(const op2d& a) {
    return std::ranges::all_of(
        a.terms(), [](const auto& t) { return t.rows.is_numeric() && t.cols.is_numeric(); });
}

template <class Scalar>
plane_motion<Scalar> motion_of(const op2d& a) {
    std::vector<canonical<Scalar>> rows;
    std::vector<canonical<Scalar>> cols;
    for (const auto& term : a.terms()) {
        rows.push_back(canonical_form<Scalar>(term.rows));
        cols.push_back(canonical_form<Scalar>(term.cols));
    }
    return {motion_of(rows), motion_of(cols)};
}

template <class Scalar>
std::vector<plane_tap<Scalar>> plane_kernel(const plane_motion<Scalar>& m, index_t row_phase,
                                            index_t col_phase) {
    std::map<std::pair<index_t, index_t>, Scalar> sum;
    for (std::size_t i = 0; i < m.rows.kernels.size(); ++i) {
        const auto& rows = m.rows.kernels[i][static_cast<std::size_t>(row_phase)];
        const auto& cols = m.cols.kernels[i][static_cast<std::size_t>(col_phase)];
        require_memory(
            checked::mul(static_cast<index_t>(rows.size()), static_cast<index_t>(cols.size())),
            4 * sizeof(plane_tap<Scalar>), "the kernel in two dimensions");
        for (const auto& r : rows) {
            for (const auto& c : cols) sum[{r.index, c.index}] += r.value * c.value;
        }
    }
    std::vector<plane_tap<Scalar>> taps;
    for (const auto& [at, value] : sum) {
        if (!value.is_zero()) taps.push_back({at.first, at.second, value});
    }
    return taps;
}

grid kernel_grid(const op2d& a) {
    return is_numeric(a) ? image_of<exact>(a) : image_of<polynomial>(a);
}

template plane_motion<exact> motion_of(const op2d&);
template plane_motion<polynomial> motion_of(const op2d&);
template std::vector<plane_tap<exact>> plane_kernel(const plane_motion<exact>&, index_t, index_t);
template std::vector<plane_tap<polynomial>> plane_kernel(const plane_motion<polynomial>&, index_t,
                                                         index_t);

}  // namespace noble::drawing
