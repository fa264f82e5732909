#include "engine/planning/groups.hpp"

#include <cmath>
#include <complex>

#include "algebra/print/brief.hpp"
#include "engine/planning/choose_groups.hpp"
#include "engine/signals/element.hpp"
#include "noble/error.hpp"

namespace noble::engine {
namespace {

// A tap beyond the element type's range would make infinities, and NaNs, of samples that are none.
template <class T>
void require_finite(const canonical<T>& form, const op& word) {
    for (const auto& t : form.taps()) {
        if (std::isfinite(std::real(t.value)) && std::isfinite(std::imag(t.value))) continue;
        throw argument_error(
            "a tap of " + brief(word) + " is beyond the range of " +
            (sizeof(real_of<T>) == 4 ? "float32; float64 may hold it" : "float64"));
    }
}

}  // namespace

template <class T>
std::vector<op> groups_of(const op& word, index_t count, const plan_options& options) {
    const auto* product = std::get_if<node::product>(&word.root());
    if (product == nullptr || options.groups == grouping::fused) return {word};
    if (options.groups == grouping::written) return product->factors;
    return choose_groups<T>(word, options.endless ? endless_count : count, options);
}

template <class T>
std::vector<fused_group<T>> fused_groups(const op& word, index_t count,
                                         const plan_options& options) {
    std::vector<fused_group<T>> groups;
    for (const auto& g : groups_of<T>(word, count, options)) {
        groups.push_back({g, rounded<T>(canonical_form<exact>(g))});
        require_finite(groups.back().form, g);
    }
    return groups;
}

template std::vector<op> groups_of<float>(const op&, index_t, const plan_options&);
template std::vector<op> groups_of<double>(const op&, index_t, const plan_options&);
template std::vector<op> groups_of<std::complex<float>>(const op&, index_t, const plan_options&);
template std::vector<op> groups_of<std::complex<double>>(const op&, index_t, const plan_options&);

template std::vector<fused_group<float>> fused_groups(const op&, index_t, const plan_options&);
template std::vector<fused_group<double>> fused_groups(const op&, index_t, const plan_options&);
template std::vector<fused_group<std::complex<float>>> fused_groups(const op&, index_t,
                                                                    const plan_options&);
template std::vector<fused_group<std::complex<double>>> fused_groups(const op&, index_t,
                                                                     const plan_options&);
}  // namespace noble::engine
