#include "engine/execution/outputs_reached.hpp"

#include <algorithm>
#include <complex>

#include "base/checked.hpp"

namespace noble::engine {
namespace {

// Where a period holds many outputs, those that read something lie apart: one by one, in place of
// an interval that holds them all.
constexpr index_t long_period = 8192;

}  // namespace

std::vector<interval> merged(std::vector<interval> parts) {
    std::ranges::sort(parts, {}, &interval::begin);
    std::vector<interval> result;
    for (const auto& part : parts) {
        if (!result.empty() && part.begin <= result.back().end) {
            result.back().end = std::max(result.back().end, part.end);
        } else if (part.count() > 0) {
            result.push_back(part);
        }
    }
    return result;
}

// The outputs L·j + r that read a sample of [0, n): 0 ≤ M·j + o < n.
template <class T>
std::vector<interval> outputs_reached(const canonical<T>& form, index_t n) {
    std::vector<interval> parts;
    for (const auto& t : form.taps()) {
        const index_t first = checked::ceil_div(checked::neg(t.offset), form.inputs());
        const index_t end = checked::ceil_div(checked::sub(n, t.offset), form.inputs());
        if (end <= first) continue;
        if (form.outputs() > long_period) {
            require_memory(end - first + static_cast<index_t>(parts.size()), sizeof(interval),
                           "the places where a transposed map leaves its outputs");
            for (index_t j = first; j < end; ++j) {
                const index_t at = checked::add(checked::mul(form.outputs(), j), t.row);
                parts.push_back({at, checked::add(at, 1)});
            }
            continue;
        }
        parts.push_back({checked::add(checked::mul(form.outputs(), first), t.row),
                         checked::add(checked::mul(form.outputs(), end - 1), t.row + 1)});
    }
    return merged(std::move(parts));
}

template <class T>
std::vector<interval> outputs_reached(const op& word, const std::vector<fused_group<T>>& groups,
                                      index_t n) {
    if (groups.size() == 1) return outputs_reached(groups.front().form, n);
    return outputs_reached(rounded<T>(canonical_form<exact>(word)), n);
}

template std::vector<interval> outputs_reached(const canonical<float>&, index_t);
template std::vector<interval> outputs_reached(const canonical<double>&, index_t);
template std::vector<interval> outputs_reached(const canonical<std::complex<float>>&, index_t);
template std::vector<interval> outputs_reached(const canonical<std::complex<double>>&, index_t);
template std::vector<interval> outputs_reached(const op&, const std::vector<fused_group<float>>&,
                                               index_t);
template std::vector<interval> outputs_reached(const op&, const std::vector<fused_group<double>>&,
                                               index_t);
template std::vector<interval> outputs_reached(const op&,
                                               const std::vector<fused_group<std::complex<float>>>&,
                                               index_t);
template std::vector<interval> outputs_reached(
    const op&, const std::vector<fused_group<std::complex<double>>>&, index_t);

}  // namespace noble::engine
