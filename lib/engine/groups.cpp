#include "engine/groups.hpp"

#include <complex>

namespace noble::engine {

template <class T>
std::vector<op> groups_of(const op& word, index_t count, const plan_options& options) {
    const auto* product = std::get_if<node::product>(&word.root());
    if (product == nullptr || options.groups == grouping::fused) return {word};
    if (options.groups == grouping::written) return product->factors;
    return choose_groups<T>(word, options.endless ? endless_count : count, options);
}

template <class T>
std::vector<op> choose_groups(const op& word, index_t /*count*/, const plan_options& /*options*/) {
    return {word};
}

template std::vector<op> groups_of<float>(const op&, index_t, const plan_options&);
template std::vector<op> groups_of<double>(const op&, index_t, const plan_options&);
template std::vector<op> groups_of<std::complex<float>>(const op&, index_t, const plan_options&);
template std::vector<op> groups_of<std::complex<double>>(const op&, index_t, const plan_options&);
template std::vector<op> choose_groups<float>(const op&, index_t, const plan_options&);
template std::vector<op> choose_groups<double>(const op&, index_t, const plan_options&);
template std::vector<op> choose_groups<std::complex<float>>(const op&, index_t,
                                                            const plan_options&);
template std::vector<op> choose_groups<std::complex<double>>(const op&, index_t,
                                                             const plan_options&);

}  // namespace noble::engine
