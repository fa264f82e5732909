// What a method is predicted to take: a few constants, as measured on a recent server processor.
// Only their ratios matter; a wrong one costs time, never correctness.
#pragma once

#include <optional>

#include "algebra/canonical/form_shape.hpp"
#include "engine/signals/element.hpp"
#include "noble/canonical.hpp"
#include "noble/plan.hpp"
#include "transforms/block_size.hpp"

namespace noble::engine {

/// Of a canonical form, what its cost depends on.
struct workload {
    index_t outputs = 1;  ///< the period (L, M)
    index_t inputs = 1;
    double multiplies = 0;  ///< real multiplications per output sample
    double span = 0;        ///< inputs from the first to the last that an output may read
    double parts = 1;       ///< 2 for complex taps
    bool is_thin = false;   ///< at most one tap to an output
    std::optional<block_grid> blocks;  ///< where fft applies
};

template <class T>
workload workload_of(const canonical<T>& form);

/// The same of a form that is not made, from above; nothing where it is too large to be made.
template <class T>
std::optional<workload> workload_of(const form_shape& shape);

/// Whether a method runs such a form.
template <class T>
bool applies(method m, const workload& work);
template <class T>
bool applies(method m, const canonical<T>& form);

/// Nanoseconds per output sample, one thread, where `count` of them are wanted.
template <class T>
double predicted_cost(method m, const workload& work, instruction_set set, double count);

}  // namespace noble::engine
