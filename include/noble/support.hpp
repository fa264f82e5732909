// Where a unit sample leaves its trace, and how late.
#pragma once

#include <gmpxx.h>

#include <optional>

#include "noble/limit.hpp"
#include "noble/rational.hpp"

namespace [[gnu::visibility("default")]] noble {

/// The least closed interval [first, last], in output samples, that holds n − m·L/M for every
/// non-zero h[n, m] of the kernel: where a unit sample at time 0 leaves its trace.
struct support {
    rational first;  ///< the earliest
    rational last;   ///< the latest
    friend bool operator==(const support&, const support&) = default;
};

template <class Scalar>
class canonical;

/// op::support where the word's form is at hand, exact or polynomial.
template <class Scalar>
std::optional<support> kernel_support(const canonical<Scalar>& form);

/// op::latency of a form.
template <class Scalar>
std::optional<index_t> kernel_latency(const canonical<Scalar>& form);

/// op::delay of a form.
template <class Scalar>
std::optional<rational> kernel_delay(const canonical<Scalar>& form);

}  // namespace noble
