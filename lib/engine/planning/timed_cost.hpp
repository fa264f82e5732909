// What a runner takes, by the clock.
#pragma once

#include "engine/methods/runner.hpp"
#include "noble/canonical.hpp"

namespace noble::engine {

/// Nanoseconds for each of `count` outputs of the form in the middle of a signal, whole tiles where
/// it is more than one; the best of several runs. Throws limit_error.
template <class T>
double timed_cost(const runner<T>& r, const canonical<T>& form, index_t count);

}  // namespace noble::engine
