// Words whose letters are all rewritten by one rule.
#pragma once

#include "noble/op.hpp"

namespace noble {

/// The word with time running backwards: the kernel h[−n, −m].
op mirrored(const op& a);

/// Every tap and scale that prints as a short decimal, as the fraction n/10ᵏ that was meant.
op decimals_as_fractions(const op& a);

}  // namespace noble
