#include "engine/block_size.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

#include "algebra/checked.hpp"

namespace noble::engine {
namespace {

constexpr index_t most_points = index_t{1} << 24;

// Nanoseconds per point and log₂ of FFTW's complex float transforms, as measured on a server
// processor with 2 MiB of second-level cache: what does not fit a cache is dearer.
struct cache_step {
    index_t points;
    double cost;
};
constexpr std::array cache_steps{cache_step{4096, 0.14}, cache_step{32768, 0.20},
                                 cache_step{131072, 0.25}, cache_step{262144, 0.30},
                                 cache_step{524288, 0.50}};
constexpr double beyond_caches = 0.95;

// Other sizes than powers of two take more.
constexpr double other_sizes = 1.2;

double transform_cost(index_t n) {
    const auto fits = [n](const cache_step& step) { return n <= step.points; };
    const auto* const step = std::ranges::find_if(cache_steps, fits);
    const double unit = step == cache_steps.end() ? beyond_caches : step->cost;
    const double shape = std::has_single_bit(static_cast<std::uint64_t>(n)) ? 1.0 : other_sizes;
    const double points = static_cast<double>(n);
    return unit * shape * points * std::log2(points + 1);
}

// The least p ≥ span − 1 with p ≡ 0 (mod M) and p + shift ≡ 0 (mod L).
index_t first_right_output(index_t length, index_t shift, index_t outputs, index_t inputs) {
    index_t p = checked::ceil_div(length - 1, inputs) * inputs;
    while (checked::floor_mod(p + shift, outputs) != 0) p += inputs;
    return p;
}

std::optional<block_layout> layout_of(index_t size, const filter_span& span, index_t outputs,
                                      index_t inputs) {
    block_layout block;
    block.size = size;
    block.shift = checked::floor_div(span.first, inputs) * inputs;
    block.skip = first_right_output(span.last - block.shift + 1, block.shift, outputs, inputs);
    block.outputs = (size - block.skip) / inputs / outputs * outputs;
    if (block.outputs < 1) return std::nullopt;
    const double spectra = 0.7 * static_cast<double>(size);
    const double all = transform_cost(size / outputs) + transform_cost(size / inputs) + spectra;
    block.cost = all / (2 * static_cast<double>(block.outputs));
    return block;
}

}  // namespace

interval block_grid::transformed(index_t n) const {
    const index_t first = first_input(checked::floor_div(n, tile()));
    return {first, first + group_inputs()};
}

reach block_grid::inputs_read() const {
    const index_t first = first_input(0);
    const index_t last = first + group_inputs() - 1;
    std::vector<reach::row> rows{{0, first, last}};
    if (tile() > 1) rows.push_back({tile() - 1, first, last});
    return {tile(), blocks * step(), std::move(rows)};
}

std::optional<block_layout> choose_block(const filter_span& span, index_t outputs, index_t inputs) {
    std::optional<block_layout> best;
    if (outputs > most_points / inputs || span.length() > most_points) return best;
    for (index_t step = outputs * inputs; step <= most_points; step *= 2) {
        for (const index_t factor : {1, 3, 5}) {
            const index_t size = step * factor;
            if (size > most_points || size > 64 * (span.length() + outputs * inputs + 64)) continue;
            const auto block = layout_of(size, span, outputs, inputs);
            if (block && (!best || block->cost < best->cost)) best = block;
        }
    }
    return best;
}

}  // namespace noble::engine
