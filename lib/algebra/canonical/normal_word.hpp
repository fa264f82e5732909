// The short word of one kernel and one rate change.
#pragma once

#include "noble/op.hpp"

namespace noble {

/// ↓M·conv(q)·↑L for coprime L and M, shortened (see simplify): each kernel q has one word, and no
/// word for the same operator has fewer letters.
op normal_word(index_t L, index_t M, const sequence& kernel);

}  // namespace noble
