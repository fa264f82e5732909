// How an index interval passes through a word as written, right to left.
#pragma once

#include "noble/op.hpp"
#include "noble/rational.hpp"
#include "noble/window.hpp"

namespace noble {

/// The outputs of `word` on the inputs `in`: `full` (any input is reached) or `valid` (only inputs
/// are read). Unclamped: empty and inverted intervals follow the same formulas.
interval full_interval(const op& word, interval in);
interval valid_interval(const op& word, interval in);

/// A c such that the window of `word` on [0, n) ends at or before n·L/M + c, for every n ≥ 0.
/// `kind` is full, valid or same: a given window does not follow n.
rational window_lead(const op& word, window::kind kind);
/// A c such that it ends at or after n·L/M − c.
rational window_lag(const op& word, window::kind kind);

}  // namespace noble
