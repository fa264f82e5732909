#include "engine/cost.hpp"

#include <algorithm>
#include <cmath>

#include "engine/flow.hpp"
#include "engine/instruction_set.hpp"
#include "engine/lanes.hpp"
#include "engine/overlap_save.hpp"
#include "engine/thin.hpp"

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

}  // namespace

template <class T>
workload workload_of(const canonical<T>& form) {
    double parts = 0;
    for (const auto& t : form.taps()) {
        parts += (std::real(t.value) != 0 ? 1 : 0) + (std::imag(t.value) != 0 ? 1 : 0);
    }
    return {form.outputs(), form.inputs(),
            parts * words_of<T> / static_cast<double>(form.outputs()),
            thin_runner<T>::applies(form), overlap_save_runner<T>::grid_for(form)};
}

template <class T>
std::optional<workload> workload_of(const form_shape& shape) {
    if (shape.taps > most_taps) return {};
    const auto rows = static_cast<double>(shape.outputs());
    workload work{shape.outputs(),
                  shape.inputs(),
                  shape.taps * shape.parts * words_of<T> / rows,
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
            return flow_runner<T>::takes(work.outputs, work.inputs);
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
            return moves + products + 0.05 * words;
        case method::lanes:
            return moves + 1.1 * products + 0.15 * words * (1 + inputs_per_output);
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
