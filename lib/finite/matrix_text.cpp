// Matrices as text for people: aligned entries, or a spy plot where there are too many.
#include <gmpxx.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "noble/matrix.hpp"

namespace noble {
namespace {

std::string decimal(const rational& q, int digits) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*g", digits, nearest<double>(q));
    return text.data();
}

std::string part(const rational& q, const matrix_style& style) {
    if (q.get_den() == 1) return to_string(q);
    return style.fractions ? q.get_str() : decimal(q, style.digits);
}

std::string entry(const exact& value, const matrix_style& style) {
    if (value.is_real()) return part(value.re(), style);
    std::string im = part(value.im(), style) + "i";
    if (sgn(value.re()) == 0) return im;
    return part(value.re(), style) + (sgn(value.im()) > 0 ? "+" : "") + im;
}

std::string entry(const polynomial& value, const matrix_style& style) {
    return value.is_number() ? entry(value.number(), style) : to_string(value);
}

// Calls f(row, column, value) for each entry.
template <class Scalar, class F>
void for_each(const csr<Scalar>& a, const F& f) {
    for (std::size_t i = 0; i + 1 < a.row_begin.size(); ++i) {
        for (auto k = a.row_begin[i]; k < a.row_begin[i + 1]; ++k) {
            const auto at = static_cast<std::size_t>(k);
            f(i, static_cast<std::size_t>(a.columns[at]), a.values[at]);
        }
    }
}

std::string joined(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) {
    std::string line;
    for (std::size_t j = 0; j < cells.size(); ++j) {
        if (j > 0) line += ' ';
        line.append(widths[j] - cells[j].size(), ' ');
        line += cells[j];
    }
    return line;
}

template <class Scalar>
std::string table(const csr<Scalar>& a, const matrix_style& style) {
    const auto cols = static_cast<std::size_t>(a.cols);
    std::vector<std::vector<std::string>> cells(static_cast<std::size_t>(a.rows),
                                                std::vector<std::string>(cols, "0"));
    std::vector<std::size_t> widths(cols, 1);
    for_each(a, [&](std::size_t i, std::size_t j, const Scalar& value) {
        cells[i][j] = entry(value, style);
        widths[j] = std::max(widths[j], cells[i][j].size());
    });
    std::string text;
    for (const auto& line : cells) text += joined(line, widths) + '\n';
    return text;
}

// How many rows (columns) of the matrix one mark of the plot stands for.
std::size_t coarse(index_t size, index_t marks) {
    return static_cast<std::size_t>(std::max<index_t>((size + marks - 1) / marks, 1));
}

template <class Scalar>
std::string spy(const csr<Scalar>& a) {
    constexpr index_t marks_across = 64;
    constexpr index_t marks_down = 32;
    const std::size_t high = coarse(a.rows, marks_down);
    const std::size_t wide = coarse(a.cols, marks_across);
    const std::size_t lines = (static_cast<std::size_t>(a.rows) + high - 1) / high;
    const std::size_t width = (static_cast<std::size_t>(a.cols) + wide - 1) / wide;
    std::vector<std::string> plot(lines, std::string(width, '.'));
    for_each(a, [&](std::size_t i, std::size_t j, const Scalar& /*value*/) {
        plot[i / high][j / wide] = '#';
    });
    std::string text = std::to_string(a.rows) + " x " + std::to_string(a.cols) + " matrix, " +
                       std::to_string(a.values.size()) + " entries are not zero; one mark is " +
                       std::to_string(high) + " x " + std::to_string(wide) + "\n";
    for (const auto& line : plot) text += line + '\n';
    return text;
}

template <class Scalar>
std::string text_of(const linear_map& a, const matrix_style& style) {
    const auto sparse = sparse_matrix<Scalar>(a);
    const bool large = a.cols() > widest_text || a.rows() > tallest_text;
    return large || style.spy ? spy(sparse) : table(sparse, style);
}

// A custom map is known only by its values: those of its complex128 (or float64) form.
csr<exact> observed(const linear_map& a) {
    const auto lift = [](const auto& values) {
        csr<exact> result{values.rows, values.cols, values.row_begin, values.columns, {}};
        for (const auto& value : values.values) result.values.emplace_back(value);
        return result;
    };
    if (a.is_real()) return lift(sparse_matrix<double>(a));
    return lift(sparse_matrix<std::complex<double>>(a));
}

}  // namespace

std::string to_text(const linear_map& a, const matrix_style& style) {
    if (!a.is_numeric()) return text_of<polynomial>(a, style);
    if (!a.has_custom()) return text_of<exact>(a, style);
    const auto sparse = observed(a);
    const bool large = a.cols() > widest_text || a.rows() > tallest_text;
    return large || style.spy ? spy(sparse) : table(sparse, style);
}

}  // namespace noble
