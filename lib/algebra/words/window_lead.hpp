// How far the end of a window runs ahead of the input's time span.
#pragma once

#include <gmpxx.h>

#include "noble/op.hpp"
#include "noble/window.hpp"

namespace noble::engine {

/// A c such that the window of `word` on [0, n) ends at or before n·L/M + c, for every n ≥ 0.
/// `kind` is full, valid or same: a given window does not follow n.
rational window_lead(const op& word, window::kind kind);

}  // namespace noble::engine
