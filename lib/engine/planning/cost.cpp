#include "engine/planning/cost.hpp"

#include <algorithm>
#include <cmath>
#include <ranges>

#include "engine/methods/flow.hpp"
#include "engine/methods/lanes.hpp"
#include "engine/methods/neighbours.hpp"
#include "engine/methods/overlap_save.hpp"
#include "engine/methods/thin.hpp"
#include "engine/taps/tap_chunks.hpp"
#include "kernels/instruction_set.hpp"

namespace noble::engine {
namespace {

// Taps of a form that is made only if it is worth it.
constexpr double most_taps = 1 << 24;

// Products in a nanosecond.
template <class Real>
double products_per_nanosecond(instruction_set set) {
    const double width = static_cast<double>(kernels_of<Real>(set).width);
    switch (set) {
        case instruction_set::plain:
            return 1;
        case instruction_set::sse2:
            return width * 2.5;  // separate additions
        case instruction_set::avx2:
        case instruction_set::avx512:
            return width * 5.6;
    }
    return 1;
}

// Steps of neighbouring outputs in a nanosecond, each an element of a vector: with AVX-512 their
// inputs are picked from two registers, with AVX2 from memory, from two places where M > L; SSE2
// gathers them.
template <class Real>
double steps_per_nanosecond(instruction_set set, bool is_near) {
    const double width = static_cast<double>(kernels_of<Real>(set).width);
    switch (set) {
        case instruction_set::plain:
            return 0.5;
        case instruction_set::sse2:
            return width * 0.8;
        case instruction_set::avx2:
            return width * (is_near ? 3.1 : 1);
        case instruction_set::avx512:
            return width * 2.6;
    }
    return 1;
}

template <class T>
double neighbours(const workload& work, instruction_set set) {
    const double steps = (work.span + 1) * work.parts * words_of<T>;
    return steps / steps_per_nanosecond<real_of<T>>(set, work.inputs <= work.outputs) +
           0.05 * words_of<T>;
}

// Samples go into lanes and back, through the second-level cache where periods are long; such
// periods share no inputs either, and many taps find those of a block of periods in no nearer
// cache.
template <class T>
double in_lanes(const workload& work, instruction_set set, double inputs_per_output,
                double products) {
    constexpr index_t long_period = 30;
    constexpr double near_cache = 1 << 15;
    if (work.inputs + work.outputs <= long_period) {
        return 1.1 * products + 0.15 * words_of<T> * (1 + inputs_per_output);
    }
    const double bytes =
        sizeof(real_of<T>) * static_cast<double>(kernels_of<real_of<T>>(set).width);
    const double of_block = 16 * work.span * bytes;
    const double slower = of_block > near_cache ? std::max(1.0, bytes / 25) : 1.1;
    return slower * products + 0.055 * sizeof(T) * (1 + inputs_per_output);
}

// Bytes read and written, a few to a nanosecond.
template <class T>
double moved(double inputs_per_output) {
    return 0.035 * sizeof(T) * (1 + inputs_per_output);
}

// Whole groups of blocks, however few outputs are wanted.
template <class T>
double transforms(const block_grid& grid, double count) {
    const double pair = 2 * static_cast<double>(grid.block.periods * grid.outputs);
    const double per_group = grid.block.cost * pair * (sizeof(real_of<T>) == 8 ? 2 : 1);
    return per_group * std::ceil(count / static_cast<double>(grid.tile())) / count;
}

// Inputs between the lines of slope M/L below and above all taps.
template <class T>
double span_of(const canonical<T>& form) {
    if (form.is_zero()) return 0;
    const auto outputs = static_cast<double>(form.outputs());
    const auto inputs = static_cast<double>(form.inputs());
    const auto height = [&](const auto& t) {
        return static_cast<double>(t.offset) - static_cast<double>(t.row) * inputs / outputs;
    };
    const auto [low, high] = std::ranges::minmax(form.taps() | std::views::transform(height));
    return high - low + 1;
}

// Whether vectors of neighbouring outputs are worth their steps, of which those that have few taps
// cost what full ones do; for forms that are one chunk (engine/chunks.hpp).
template <class T>
bool suits_neighbours(const workload& work) {
    const double steps = work.span * work.parts * words_of<T>;
    return neighbour_runner<T>::takes(work.outputs, work.inputs) && work.span <= most_chunk_taps &&
           work.span + static_cast<double>(work.inputs) <= most_chunk_span &&
           steps <= 2 * work.multiplies + 16;
}

}  // namespace

template <class T>
workload workload_of(const canonical<T>& form) {
    double parts = 0;
    bool is_complex = false;
    for (const auto& t : form.taps()) {
        parts += (std::real(t.value) != 0 ? 1 : 0) + (std::imag(t.value) != 0 ? 1 : 0);
        is_complex = is_complex || std::imag(t.value) != 0;
    }
    return {form.outputs(),
            form.inputs(),
            parts * words_of<T> / static_cast<double>(form.outputs()),
            span_of(form),
            is_complex ? 2.0 : 1.0,
            thin_runner<T>::applies(form),
            overlap_save_runner<T>::grid_for(form)};
}

template <class T>
std::optional<workload> workload_of(const form_shape& shape) {
    if (shape.taps > most_taps) return {};
    const auto rows = static_cast<double>(shape.outputs());
    workload work{shape.outputs(),
                  shape.inputs(),
                  shape.taps * shape.parts * words_of<T> / rows,
                  shape.span,
                  shape.parts,
                  shape.taps <= rows && thin_runner<T>::takes(shape.outputs(), shape.inputs()),
                  {}};
    const double length = (shape.high - shape.low) / static_cast<double>(work.inputs) + 1;
    work.blocks = overlap_save_runner<T>::grid_for(
        filter_span{0, static_cast<index_t>(std::min(length, 0x1p60))}, work.outputs, work.inputs);
    return work;
}

template <class T>
bool applies(method m, const workload& work) {
    switch (m) {
        case method::flow:
            return flow_runner<T>::takes(work.outputs, work.inputs) || suits_neighbours<T>(work);
        case method::lanes:
            return lane_runner<T>::takes(work.outputs, work.inputs);
        case method::thin:
            return work.is_thin;
        case method::fft:
            return work.blocks.has_value();
        case method::rows:
            return true;
    }
    return false;
}

template <class T>
bool applies(method m, const canonical<T>& form) {
    return applies<T>(m, workload_of(form));
}

template <class T>
double predicted_cost(method m, const workload& work, instruction_set set, double count) {
    constexpr double words = words_of<T>;
    const double inputs_per_output =
        static_cast<double>(work.inputs) / static_cast<double>(work.outputs);
    const double products = work.multiplies / products_per_nanosecond<real_of<T>>(set);
    const double moves = moved<T>(inputs_per_output);
    switch (m) {
        case method::flow:
            return moves + (flow_runner<T>::takes(work.outputs, work.inputs)
                                ? products + 0.05 * words
                                : neighbours<T>(work, set));
        case method::lanes:
            return moves + in_lanes<T>(work, set, inputs_per_output, products);
        case method::thin:
            return moves + 0.05 * words;
        case method::fft:
            // It moves its samples before and after it transforms them; the others meanwhile.
            return 2 * moves + 1.1 * transforms<T>(*work.blocks, std::max(count, 1.0));
        case method::rows:
            return moves + 2 * work.multiplies + 3 * words;
    }
    return 0;
}

template workload workload_of(const canonical<float>&);
template workload workload_of(const canonical<double>&);
template workload workload_of(const canonical<std::complex<float>>&);
template workload workload_of(const canonical<std::complex<double>>&);
template std::optional<workload> workload_of<float>(const form_shape&);
template std::optional<workload> workload_of<double>(const form_shape&);
template std::optional<workload> workload_of<std::complex<float>>(const form_shape&);
template std::optional<workload> workload_of<std::complex<double>>(const form_shape&);
template bool applies(method, const canonical<float>&);
template bool applies(method, const canonical<double>&);
template bool applies(method, const canonical<std::complex<float>>&);
template bool applies(method, const canonical<std::complex<double>>&);
template bool applies<float>(method, const workload&);
template bool applies<double>(method, const workload&);
template bool applies<std::complex<float>>(method, const workload&);
template bool applies<std::complex<double>>(method, const workload&);
template double predicted_cost<float>(method, const workload&, instruction_set, double);
template double predicted_cost<double>(method, const workload&, instruction_set, double);
template double predicted_cost<std::complex<float>>(method, const workload&, instruction_set,
                                                    double);
template double predicted_cost<std::complex<double>>(method, const workload&, instruction_set,
                                                     double);

}  // namespace noble::engine
