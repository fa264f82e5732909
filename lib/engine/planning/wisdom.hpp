// Wisdom: the times that plans measured, as text.
//
//     noble wisdom 1
//     cost float32 avx2 flow 1a2b 13 0.0625      element, instruction set, method, hash of the
//     form, end                                        class of the count, nanoseconds per output
#pragma once

#include <string>

namespace noble::engine {

/// All that this process knows.
std::string wisdom_text();
/// Adds such text. Throws io_error, which says what is wrong with it, and has then changed nothing.
void learn_wisdom(const std::string& text);

}  // namespace noble::engine
