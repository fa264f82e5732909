#include "engine/methods/workload.hpp"

#include <algorithm>
#include <ranges>

#include "engine/methods/blocks.hpp"
#include "engine/signals/element.hpp"

namespace noble::engine {
namespace {

// Taps of a form that is made only if it is worth it.
constexpr double most_taps = 1 << 24;

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

template <class T>
bool is_thin(const canonical<T>& form) {
    const auto taps = form.taps();
    return std::ranges::adjacent_find(taps, {}, &periodic_tap<T>::row) == taps.end();
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
            is_thin(form),
            blocks_of(form)};
}

template <class T>
std::optional<workload> workload_of(const form_shape& shape) {
    if (shape.taps > most_taps) return {};
    const auto rows = static_cast<double>(shape.outputs());
    const double length = (shape.high - shape.low) / static_cast<double>(shape.inputs()) + 1;
    const filter_span span{0, static_cast<index_t>(std::min(length, 0x1p60))};
    return workload{shape.outputs(),
                    shape.inputs(),
                    shape.taps * shape.parts * words_of<T> / rows,
                    shape.span,
                    shape.parts,
                    shape.taps <= rows,
                    blocks_of<T>(span, shape.outputs(), shape.inputs())};
}

template workload workload_of(const canonical<float>&);
template workload workload_of(const canonical<double>&);
template workload workload_of(const canonical<std::complex<float>>&);
template workload workload_of(const canonical<std::complex<double>>&);
template std::optional<workload> workload_of<float>(const form_shape&);
template std::optional<workload> workload_of<double>(const form_shape&);
template std::optional<workload> workload_of<std::complex<float>>(const form_shape&);
template std::optional<workload> workload_of<std::complex<double>>(const form_shape&);

}  // namespace noble::engine
