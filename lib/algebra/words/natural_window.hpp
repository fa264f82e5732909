// How an index interval passes through a word as written, right to left.
#pragma once

#include "noble/op.hpp"
#include "noble/window.hpp"

namespace noble {

/// The outputs of `word` on the inputs `in`: `full` (any input is reached) or `valid` (only inputs
/// are read). Unclamped: empty and inverted intervals follow the same formulas.
interval full_interval(const op& word, interval in);
interval valid_interval(const op& word, interval in);

}  // namespace noble
