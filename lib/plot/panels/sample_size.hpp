// The map that shows what a word does when nobody says on how many samples.
#pragma once

#include <optional>

#include "noble/bank.hpp"
#include "noble/linear_map.hpp"
#include "noble/op2d.hpp"
#include "noble/support.hpp"

namespace noble::drawing {

/// On about twice as many samples as the taps span, 8 … 400; `full` where that is not much more
/// outputs than inputs, else `same`. `trace` is the word's support.
linear_map typical_map(const op& a, const std::optional<support>& trace);
/// On 4 … 10 samples along each axis.
linear_map typical_map(const op2d& a);
linear_map typical_map(const bank& a);

}  // namespace noble::drawing
