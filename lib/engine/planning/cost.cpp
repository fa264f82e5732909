#include "engine/planning/cost.hpp"

#include <algorithm>
#include <cmath>
#include <complex>
#include <limits>

#include "engine/methods/methods.hpp"
#include "engine/planning/choose.hpp"

namespace noble::engine {

template <class T>
double predicted_cost(const form_shape& shape, double count, instruction_set set) {
    double least = std::numeric_limits<double>::infinity();
    const auto work = workload_of<T>(shape);
    if (!work) return least;
    for (const auto& row : method_table<T>()) {
        const auto* how = row.find(*work);
        if (how != nullptr) least = std::min(least, how->cost(*work, set, count));
    }
    return least * count;
}

double inputs_read(const form_shape& shape, double count) {
    const double periods = std::ceil(count / static_cast<double>(shape.outputs()));
    return (periods - 1) * static_cast<double>(shape.inputs()) + shape.high - shape.low + 1;
}

template <class T>
double chain_cost(const std::vector<op>& groups, index_t count, const plan_options& options) {
    double cost = 0;
    double wanted = static_cast<double>(count);
    for (const auto& g : groups) {
        const auto form = rounded<T>(canonical_form<exact>(g));
        const auto outputs = static_cast<index_t>(std::min(wanted, 0x1p40));
        cost += wanted * least_cost(g, form, outputs, options);
        wanted = std::ceil(wanted * static_cast<double>(form.inputs()) /
                           static_cast<double>(form.outputs()));
    }
    return cost;
}

template double predicted_cost<float>(const form_shape&, double, instruction_set);
template double predicted_cost<double>(const form_shape&, double, instruction_set);
template double predicted_cost<std::complex<float>>(const form_shape&, double, instruction_set);
template double predicted_cost<std::complex<double>>(const form_shape&, double, instruction_set);
template double chain_cost<float>(const std::vector<op>&, index_t, const plan_options&);
template double chain_cost<double>(const std::vector<op>&, index_t, const plan_options&);
template double chain_cost<std::complex<float>>(const std::vector<op>&, index_t,
                                                const plan_options&);
template double chain_cost<std::complex<double>>(const std::vector<op>&, index_t,
                                                 const plan_options&);

}  // namespace noble::engine
