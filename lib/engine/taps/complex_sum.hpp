// Sums with complex taps: those of the real parts and of the imaginary parts, kept apart until the
// end, so that no product meets a part that is zero.
#pragma once

#include "noble/limit.hpp"

namespace noble::engine {

/// y += i·z for `count` complex values, as pairs of reals.
template <class Real>
void add_times_i(Real* y, const Real* z, index_t count) {
    for (index_t i = 0; i < count; ++i) {
        y[2 * i] -= z[2 * i + 1];
        y[2 * i + 1] += z[2 * i];
    }
}

}  // namespace noble::engine
