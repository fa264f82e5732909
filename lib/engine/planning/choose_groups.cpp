#include "engine/planning/choose_groups.hpp"

#include <algorithm>
#include <complex>
#include <limits>

#include "algebra/canonical/form_shape.hpp"
#include "engine/methods/workload.hpp"
#include "engine/planning/cost.hpp"
#include "engine/planning/measured_costs.hpp"
#include "kernels/instruction_set.hpp"

namespace noble::engine {
namespace {

// Longer chains are one group: their cuts would take long to compare.
constexpr std::size_t most_factors = 64;

constexpr double infinite = std::numeric_limits<double>::infinity();

// The best cut of the factors 0 … end−1.
struct cut {
    double cost = infinite;
    std::size_t begin = 0;  // of the last group of the cut
};

// Dynamic programming over where groups begin: cost(0 … j) = min over i of cost(0 … i) and that of
// the group i … j−1, which makes what the groups before it read.
template <class T>
std::vector<cut> best_cuts(const std::vector<op>& factors, index_t count, instruction_set set) {
    std::vector<form_shape> letters;
    for (const auto& factor : factors) letters.push_back(shape_of(factor));
    std::vector<cut> best(factors.size() + 1);
    best[0].cost = 0;
    form_shape before;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        const double wanted =
            i == 0 ? static_cast<double>(count) : inputs_read(before, static_cast<double>(count));
        form_shape group = letters[i];
        for (std::size_t j = i + 1; j <= factors.size(); ++j) {
            const double cost = best[i].cost + predicted_cost<T>(group, wanted, set);
            if (cost < best[j].cost) best[j] = {cost, i};
            if (j < factors.size()) group = shape_of_product(group, letters[j]);
        }
        before = i == 0 ? letters[0] : shape_of_product(before, letters[i]);
    }
    return best;
}

// The groups of the best cut of all.
std::vector<op> predicted_groups(const std::vector<op>& factors, const std::vector<cut>& best) {
    std::vector<op> groups;
    for (std::size_t end = factors.size(); end > 0; end = best[end].begin) {
        const auto at = [&](std::size_t i) {
            return factors.begin() + static_cast<std::ptrdiff_t>(i);
        };
        groups.push_back(product_of({at(best[end].begin), at(end)}));
    }
    std::ranges::reverse(groups);
    return groups;
}

}  // namespace

template <class T>
std::vector<op> choose_groups(const op& word, index_t count, const plan_options& options) {
    const auto* product = std::get_if<node::product>(&word.root());
    if (product == nullptr || options.method || product->factors.size() > most_factors) {
        return {word};
    }
    const index_t wanted = std::max<index_t>(count, 1);
    const auto best = best_cuts<T>(product->factors, wanted,
                                   options.instructions.value_or(default_instruction_set()));
    // Nothing is small enough to be made: the whole says what is too large.
    if (best.back().cost == infinite) return {word};
    auto groups = predicted_groups(product->factors, best);
    const bool is_known = options.effort == effort::measure || knows_costs();
    if (groups.size() == 1 || !is_known || !workload_of<T>(shape_of(word))) return groups;
    const double of_groups = chain_cost<T>(groups, wanted, options);
    return chain_cost<T>({word}, wanted, options) < of_groups ? std::vector<op>{word} : groups;
}

template std::vector<op> choose_groups<float>(const op&, index_t, const plan_options&);
template std::vector<op> choose_groups<double>(const op&, index_t, const plan_options&);
template std::vector<op> choose_groups<std::complex<float>>(const op&, index_t,
                                                            const plan_options&);
template std::vector<op> choose_groups<std::complex<double>>(const op&, index_t,
                                                             const plan_options&);

}  // namespace noble::engine
