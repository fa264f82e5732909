#include "transforms/block_size.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>

#include "base/checked.hpp"

namespace noble {
namespace {

constexpr index_t least_points = 256;  // the square of the widest vector
constexpr index_t most_points = index_t{1} << 22;

// Outputs that are whole vectors.
constexpr index_t vectors = 16;

// Nanoseconds per point and log₂ of a float transform with AVX-512, as measured on a server
// processor with 2 MiB of second-level cache: what does not fit a cache is dearer.
struct cache_step {
    index_t points;
    double cost;
};
constexpr std::array cache_steps{cache_step{8192, 0.075}, cache_step{32768, 0.084},
                                 cache_step{131072, 0.095}, cache_step{262144, 0.115}};
constexpr double beyond_caches = 0.2;

// Nanoseconds per point of a product of spectra, and of samples gathered or spread.
constexpr double product_cost = 0.2;
constexpr double moving_cost = 0.15;

// Twice as large a block takes memory, latency and work at the ends of signals.
constexpr double worth_doubling = 0.95;

double transform_cost(index_t n) {
    const auto fits = [n](const cache_step& step) { return n <= step.points; };
    const auto* const step = std::ranges::find_if(cache_steps, fits);
    const double unit = step == cache_steps.end() ? beyond_caches : step->cost;
    const double points = static_cast<double>(n);
    return points * (unit * std::log2(points) + moving_cost);
}

std::optional<block_layout> layout_of(index_t points, const filter_span& span, index_t outputs,
                                      index_t inputs) {
    block_layout block;
    block.points = points;
    block.periods = (points - span.length() + 1) / vectors * vectors;
    if (block.periods < 1) return std::nullopt;
    const auto l = static_cast<double>(outputs);
    const auto m = static_cast<double>(inputs);
    const double all =
        (l + m) * transform_cost(points) + l * m * product_cost * static_cast<double>(points);
    block.cost = all / (2 * l * static_cast<double>(block.periods));
    return block;
}

}  // namespace

template <class T>
std::optional<filter_span> span_of_filters(const canonical<T>& form) {
    if (form.is_zero()) return std::nullopt;
    const auto [low, high] =
        std::ranges::minmax(form.taps(), {}, [](const auto& t) { return t.offset; });
    return filter_span{checked::floor_div(low.offset, form.inputs()),
                       checked::floor_div(high.offset, form.inputs())};
}

interval block_grid::transformed(index_t n) const {
    const index_t first_of_tile = first_input(checked::floor_div(n, tile()));
    return {first_of_tile, first_of_tile + tile_inputs()};
}

std::optional<block_layout> choose_block(const filter_span& span, index_t outputs, index_t inputs) {
    std::optional<block_layout> best;
    if (outputs > most_points / inputs || span.length() > most_points) return best;
    const index_t most = most_points / (outputs * inputs);
    for (index_t points = least_points; points <= most; points *= 2) {
        if (points > least_points && points > 64 * span.length()) break;
        const auto block = layout_of(points, span, outputs, inputs);
        if (block && (!best || block->cost < worth_doubling * best->cost)) best = block;
    }
    return best;
}

template std::optional<filter_span> span_of_filters(const canonical<float>&);
template std::optional<filter_span> span_of_filters(const canonical<double>&);
template std::optional<filter_span> span_of_filters(const canonical<std::complex<float>>&);
template std::optional<filter_span> span_of_filters(const canonical<std::complex<double>>&);

}  // namespace noble
