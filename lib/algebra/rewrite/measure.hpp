// What simplify makes less: an order on words in which no chain descends for ever.
#pragma once

#include <gmpxx.h>

#include "noble/op.hpp"

namespace noble::rewriting {

/// Compared from the first member to the last.
struct measure {
    index_t letters = 0;
    index_t sums = 0;
    index_t taps = 0;      ///< Σ non-zero taps of kernels
    mpz_class length;      ///< Σ spans of kernels, last − first + 1
    mpz_class factors;     ///< Σ k of ↓ and ↑
    index_t kinds = 0;     ///< id 0, delay 1, scale 2, other letters 3
    index_t disorder = 0;  ///< scales after other factors, ↑ before ↓, terms out of order
};

measure measure_of(const op& a);
bool operator<(const measure& a, const measure& b);

}  // namespace noble::rewriting
