// The bound that plans state (noble/plan.hpp), as a number for each output.
#pragma once

#include <vector>

#include "noble/linear_map.hpp"
#include "noble/plan.hpp"

namespace noble::engine {

/// For each output of `a`: Σ|h||x| and the greatest error that a plan with these options on element
/// type T may make, for an input of these magnitudes |x|. Where fft may be used, with what direct
/// sums may err as well.
struct bounded_output {
    std::vector<double> size;
    std::vector<double> error;
};

/// Throws argument_error for maps with custom parts, which are what they compute.
template <class T>
bounded_output error_bound(const linear_map& a, const std::vector<double>& magnitudes,
                           const plan_options& options);

}  // namespace noble::engine
