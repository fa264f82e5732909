// Of a form, what the methods' costs depend on: known before the form itself is made.
#pragma once

#include <optional>

#include "algebra/canonical/form_shape.hpp"
#include "noble/canonical.hpp"
#include "transforms/block_size.hpp"

namespace noble::engine {

struct workload {
    index_t outputs = 1;  ///< the period (L, M)
    index_t inputs = 1;
    double multiplies = 0;  ///< real multiplications per output sample
    double span = 0;        ///< inputs from the first to the last that an output may read
    double parts = 1;       ///< 2 for complex taps
    bool is_thin = false;   ///< at most one tap to an output
    std::optional<block_grid> blocks{};  ///< of fast transforms, where these are fit

    /// M/L
    [[nodiscard]] double inputs_per_output() const {
        return static_cast<double>(inputs) / static_cast<double>(outputs);
    }
};

template <class T>
workload workload_of(const canonical<T>& form);

/// The same of a form that is not made, from above; nothing where it is too large to be made.
template <class T>
std::optional<workload> workload_of(const form_shape& shape);

}  // namespace noble::engine
