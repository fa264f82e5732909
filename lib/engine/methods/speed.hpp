// What the methods' costs have in common: nanoseconds as measured on a recent server processor.
// Only their ratios matter; a wrong one costs time, never correctness.
#pragma once

#include "engine/methods/workload.hpp"
#include "engine/signals/element.hpp"
#include "kernels/instruction_set.hpp"

namespace noble::engine {

/// Reals in a vector.
template <class Real>
double vector_width(instruction_set set) {
    return static_cast<double>(kernels_of<Real>(set).width);
}

/// For the multiplications of one output, in full vectors.
template <class T>
double multiplying_cost(const workload& work, instruction_set set) {
    const auto products_per_nanosecond = [set]() -> double {
        const double width = vector_width<real_of<T>>(set);
        switch (set) {
            case instruction_set::plain:
                return 1;
            case instruction_set::sse2:
                return width * 2.5;  // separate additions
            case instruction_set::avx2:
            case instruction_set::avx512:
                return width * 5.6;
        }
        return 1;
    };
    return work.multiplies / products_per_nanosecond();
}

/// For bytes read and written, a few to a nanosecond, for one output.
template <class T>
double moving_cost(const workload& work) {
    return 0.035 * sizeof(T) * (1 + work.inputs_per_output());
}

}  // namespace noble::engine
