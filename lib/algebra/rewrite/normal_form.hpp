// The one short word of an operator with one kernel and one rate change.
#pragma once

#include <optional>

#include "noble/op.hpp"

namespace noble::rewriting {

/// With the smallest period (L, M) of a and gcd(L, M) = 1: ↓M·conv(q)·↑L, shortened (see
/// simplify). No word for the same operator has fewer letters. Nothing for other periods.
std::optional<op> normal_form(const op& a);

}  // namespace noble::rewriting
