// Whether every tap and scale of a word is real. Unknown taps are complex.
#pragma once

#include "noble/op.hpp"

namespace noble {

bool is_real(const op& word);

}  // namespace noble
