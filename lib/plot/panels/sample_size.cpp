#include "plot/panels/sample_size.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <cmath>

namespace noble::drawing {
namespace {

double inputs_per_output(const op& a) {
    return static_cast<double>(a.rate().inputs) / static_cast<double>(a.rate().outputs);
}

// How many inputs the kernel spans.
double input_span(const op& a, const std::optional<support>& trace) {
    if (!trace) return 1;
    const rational outputs = trace->last - trace->first;
    return outputs.get_d() * static_cast<double>(a.rate().inputs) /
               static_cast<double>(a.rate().outputs) +
           1;
}

index_t typical_size(const op& a, double span) {
    constexpr double most = 400;
    constexpr double most_entries = 4e6;
    const double wanted = std::clamp(std::ceil(2 * span), 8.0, most);
    const double rows_per_column = std::max(span / inputs_per_output(a), 1.0);
    const double bearable = std::max(most_entries / rows_per_column, 1.0);
    const double steps = std::clamp(3 * static_cast<double>(a.rate().inputs), 1.0, 1024.0);
    return static_cast<index_t>(std::min(std::max(wanted, steps), bearable));
}

// All that `same` keeps, or the first thousands of many more.
window typical_window(const op& a, index_t n, double span) {
    constexpr index_t many = 4096;
    if (static_cast<double>(n) / inputs_per_output(a) > many) return {0, many};
    return span <= static_cast<double>(n) ? window::full : window::same;
}

constexpr double most_on_plane = 10;  // along an axis

index_t plane_size(const op& a, double span) {
    const double steps = std::min(2 * static_cast<double>(a.rate().inputs), most_on_plane);
    return static_cast<index_t>(
        std::clamp(std::ceil(span) + 2, std::max(steps, 4.0), most_on_plane));
}

// One axis of a plane: the samples that its words want, and how many inputs they span.
struct plane_axis {
    index_t size = 4;
    double span = 0;

    void hold(const op& a) {
        const double own = input_span(a, a.support());
        size = std::max(size, plane_size(a, own));
        span = std::max(span, own);
    }
};

}  // namespace

linear_map typical_map(const op& a, const std::optional<support>& trace) {
    const double span = input_span(a, trace);
    const index_t n = typical_size(a, span);
    return a.on(n, typical_window(a, n, span));
}

linear_map typical_map(const op2d& a) {
    plane_axis rows;
    plane_axis cols;
    for (const auto& term : a.terms()) {
        rows.hold(term.rows);
        cols.hold(term.cols);
    }
    const bool alone = a.terms().size() == 1;  // terms of a sum may keep different outputs
    if (!alone || rows.span > most_on_plane || cols.span > most_on_plane) {
        return a.on(rows.size, cols.size, window::same, window::same);
    }
    const auto& words = a.terms().front();
    return a.on(rows.size, cols.size, typical_window(words.rows, rows.size, rows.span),
                typical_window(words.cols, cols.size, cols.span));
}

linear_map typical_map(const bank& a) {
    constexpr index_t most = 64;
    index_t n = 8;
    for (const auto& word : a.words()) {
        n = std::max(n, typical_size(word, input_span(word, word.support())));
    }
    return a.on(std::min(n, most), window::same);
}

}  // namespace noble::drawing
