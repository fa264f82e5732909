// Rationals rounded to the indices beside them.
#pragma once

#include "noble/limit.hpp"
#include "noble/rational.hpp"

namespace noble::engine {

/// Throws limit_error beyond 64 bits.
index_t floor_of(const rational& value);
index_t ceil_of(const rational& value);

}  // namespace noble::engine
