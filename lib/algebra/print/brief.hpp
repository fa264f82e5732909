// A word in a line for people: long lists of taps are cut.
#pragma once

#include <string>

#include "noble/op.hpp"

namespace noble {

/// As to_string, but `[q0 q1 q2 … (255 taps)]` for more than eight taps: not for parsing.
std::string brief(const op& word);

}  // namespace noble
