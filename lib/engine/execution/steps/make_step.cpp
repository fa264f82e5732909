// The step of each kind of finite map.
#include "engine/execution/steps/block_diag_step.hpp"
#include "engine/execution/steps/block_step.hpp"
#include "engine/execution/steps/custom_step.hpp"
#include "engine/execution/steps/kron_step.hpp"
#include "engine/execution/steps/product_step.hpp"
#include "engine/execution/steps/scaled_step.hpp"
#include "engine/execution/steps/sum_step.hpp"
#include "engine/execution/steps/word_step.hpp"

namespace noble::engine {
namespace {

template <class T>
struct maker {
    const linear_map& map;
    const plan_options& options;
    plan_report& report;

    using result = std::unique_ptr<const step<T>>;

    result operator()(const map_node::bound_word& a) const {
        return std::make_unique<const word_step<T>>(a, options, report);
    }
    result operator()(const map_node::product& a) const {
        return std::make_unique<const product_step<T>>(a.factors, options, report);
    }
    result operator()(const map_node::sum& a) const {
        return std::make_unique<const sum_step<T>>(a.terms, options, report);
    }
    result operator()(const map_node::scaled& a) const {
        return std::make_unique<const scaled_step<T>>(a, options, report);
    }
    result operator()(const map_node::block& a) const {
        return std::make_unique<const block_step<T>>(a, options, report);
    }
    result operator()(const map_node::block_diag& a) const {
        return std::make_unique<const block_diag_step<T>>(a.maps, options, report);
    }
    result operator()(const map_node::kron& a) const {
        return std::make_unique<const kron_step<T>>(a.maps, options, report);
    }
    result operator()(const map_node::custom& a) const {
        return std::make_unique<const custom_step<T>>(map, a);
    }
};

}  // namespace

template <class T>
std::unique_ptr<const step<T>> make_step(const linear_map& map, const plan_options& options,
                                         plan_report& report) {
    return std::visit(maker<T>{map, options, report}, map.root());
}

template std::unique_ptr<const step<float>> make_step(const linear_map&, const plan_options&,
                                                      plan_report&);
template std::unique_ptr<const step<double>> make_step(const linear_map&, const plan_options&,
                                                       plan_report&);
template std::unique_ptr<const step<std::complex<float>>> make_step(const linear_map&,
                                                                    const plan_options&,
                                                                    plan_report&);
template std::unique_ptr<const step<std::complex<double>>> make_step(const linear_map&,
                                                                     const plan_options&,
                                                                     plan_report&);

}  // namespace noble::engine
