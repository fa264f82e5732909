// Where a unit sample leaves its trace.
#pragma once

#include <gmpxx.h>

#include "noble/rational.hpp"

namespace [[gnu::visibility("default")]] noble {

/// The least closed interval [first, last], in output samples, that holds n − m·L/M for every
/// non-zero h[n, m] of the kernel: where a unit sample at time 0 leaves its trace.
struct support {
    rational first;  ///< the earliest
    rational last;   ///< the latest
    friend bool operator==(const support&, const support&) = default;
};

}  // namespace noble
