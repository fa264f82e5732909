#include "plot/panels/sample_size.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <cmath>

#include "noble/support.hpp"

namespace noble::drawing {
namespace {

// How many inputs the kernel spans.
double input_span(const op& a) {
    const auto trace = a.support();
    if (!trace) return 1;
    const rational outputs = trace->last - trace->first;
    const auto rate = a.rate();
    return outputs.get_d() * static_cast<double>(rate.inputs) / static_cast<double>(rate.outputs) +
           1;
}

double inputs_per_output(const op& a) {
    return static_cast<double>(a.rate().inputs) / static_cast<double>(a.rate().outputs);
}

index_t typical_size(const op& a) {
    constexpr double most = 400;
    constexpr double most_entries = 4e6;
    const double span = input_span(a);
    const double wanted = std::clamp(std::ceil(2 * span), 8.0, most);
    const double rows_per_column = std::max(span / inputs_per_output(a), 1.0);
    const double bearable = std::max(most_entries / rows_per_column, 1.0);
    const double steps = std::clamp(3 * static_cast<double>(a.rate().inputs), 1.0, 1024.0);
    return static_cast<index_t>(std::min(std::max(wanted, steps), bearable));
}

// All that `same` keeps, or the first thousands of many more.
window typical_window(const op& a, index_t n) {
    constexpr index_t many = 4096;
    if (static_cast<double>(n) / inputs_per_output(a) > many) return {0, many};
    return input_span(a) <= static_cast<double>(n) ? window::full : window::same;
}

index_t plane_size(const op& a) {
    const double steps = std::min(2 * static_cast<double>(a.rate().inputs), 10.0);
    return static_cast<index_t>(
        std::clamp(std::ceil(input_span(a)) + 2, std::max(steps, 4.0), 10.0));
}

}  // namespace

linear_map typical_map(const op& a) {
    const index_t n = typical_size(a);
    return a.on(n, typical_window(a, n));
}

linear_map typical_map(const op2d& a) {
    index_t rows = 4;
    index_t cols = 4;
    bool fits = a.terms().size() == 1;  // terms of a sum may keep different outputs
    for (const auto& term : a.terms()) {
        rows = std::max(rows, plane_size(term.rows));
        cols = std::max(cols, plane_size(term.cols));
        fits = fits && input_span(term.rows) <= 10 && input_span(term.cols) <= 10;
    }
    const auto& first = a.terms().front();
    if (fits)
        return a.on(rows, cols, typical_window(first.rows, rows), typical_window(first.cols, cols));
    return a.on(rows, cols, window::same, window::same);
}

linear_map typical_map(const bank& a) {
    index_t n = 8;
    for (const auto& word : a.words()) n = std::max(n, typical_size(word));
    n = std::min<index_t>(n, 64);
    return a.on(n, window::same);
}

}  // namespace noble::drawing
