// What the methods of one group may err, as noble/plan.hpp states it.
#pragma once

#include <optional>

#include "noble/canonical.hpp"
#include "noble/plan.hpp"
#include "transforms/block_size.hpp"

namespace noble::engine {

/// The most roundings of a direct sum, however many taps: 512 + g, where these are cut into g
/// pieces; infinite where there are none.
template <class T>
double most_summed_terms(const canonical<T>& form);

/// The blocks of a form that may be run by fast transforms under these options.
template <class T>
std::optional<block_grid> transforms(const canonical<T>& form, const plan_options& options);

/// 4·ε·log₂(M·F)·‖h‖
template <class T>
double transform_error_unit(const canonical<T>& form, const block_grid& grid);

}  // namespace noble::engine
