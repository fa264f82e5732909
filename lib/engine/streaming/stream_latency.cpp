#include "engine/streaming/stream_latency.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <limits>

#include "base/checked.hpp"
#include "engine/streaming/rational_bounds.hpp"
#include "noble/error.hpp"

namespace noble::engine {
namespace {

constexpr index_t most_steps = index_t{1} << 16;

rational slope_of(const rate& r) { return ratio(r.outputs, r.inputs); }

// Outputs after which everything repeats; nothing where that is beyond all counting.
template <class T>
std::optional<index_t> period_of(const chain<T>& groups) {
    index_t outputs = 1;
    index_t inputs = 1;
    try {
        for (std::size_t k = 0; k < groups.size(); ++k) {
            const auto& next = groups.group(k).inputs();
            const index_t common = checked::lcm(inputs, next.outputs());
            outputs = checked::mul(outputs, common / inputs);
            inputs = checked::mul(next.inputs(), common / next.outputs());
        }
    } catch (const limit_error&) {
        return {};
    }
    return outputs;
}

// The least number of frames, at least `frames`, on which the window holds the output.
index_t frames_for_window(const stream_edges& edges, index_t output, index_t frames) {
    const auto holds = [&](index_t n) { return edges.end(n) > output; };
    if (edges.has_fixed_end() || holds(frames)) return frames;
    index_t step = 1;
    while (!holds(checked::add(frames, step))) step = checked::mul(step, 2);
    index_t low = frames;  // does not hold it
    index_t high = frames + step;
    while (high - low > 1) {
        const index_t middle = low + (high - low) / 2;
        (holds(middle) ? high : low) = middle;
    }
    return high;
}

// Output i comes with frame F(i) − 1: it is ⌈(F(i) − 1)·L/M − i⌉ behind. Of the outputs that one
// frame settles, the first is the latest. Nothing where a period has too many of these.
template <class T>
std::optional<index_t> latency_in_period(const rate& r, const stream_edges& edges,
                                         const chain<T>& groups) {
    const auto period = period_of(groups);
    if (!period) return {};
    const bool reads = !groups.reads_nothing();
    const index_t start = reads ? std::max(edges.begin(), groups.settled(0)) : edges.begin();
    const index_t stop = checked::add(start, *period);
    index_t latency = 0;
    index_t i = start;
    for (index_t step = 0; i < stop && step < most_steps; ++step) {
        const index_t frames = frames_for_window(edges, i, reads ? groups.end(i + 1) : 0);
        if (frames > 0) {
            latency = std::max(latency, ceil_of(rational(frames - 1) * slope_of(r) - rational(i)));
        }
        const index_t next = reads ? groups.settled(frames) : std::numeric_limits<index_t>::max();
        i = std::max(i + 1, edges.has_fixed_end() ? next : std::min(next, edges.end(frames)));
    }
    return i >= stop ? std::optional(latency) : std::nullopt;
}

// Of groups of blocks that meet in many ways, what they could be behind together, or the window.
template <class T>
index_t steady_latency(const rate& r, const stream_edges& edges, const chain<T>& groups) {
    if (const auto latency = latency_in_period(r, edges, groups)) return *latency;
    if (groups.reads_nothing()) return edges.lag();
    return std::max(edges.lag(), ceil_of((lead_of(groups) - 1) * slope_of(r)));
}

}  // namespace

template <class T>
index_t latency_of(const rate& r, const stream_edges& edges, const chain<T>& groups) {
    const index_t latency = steady_latency(r, edges, groups);
    const index_t start = edges.frames_to_start(true);
    if (start == 0) return latency;
    // Just before the first output comes.
    return std::max(latency, ceil_of(rational(start - 1) * slope_of(r) - rational(edges.begin())));
}

template index_t latency_of(const rate&, const stream_edges&, const chain<float>&);
template index_t latency_of(const rate&, const stream_edges&, const chain<double>&);
template index_t latency_of(const rate&, const stream_edges&, const chain<std::complex<float>>&);
template index_t latency_of(const rate&, const stream_edges&, const chain<std::complex<double>>&);

}  // namespace noble::engine
