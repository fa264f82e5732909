// Is the transpose of a map that of its matrix?
#pragma once

#include "noble/linear_map.hpp"

namespace noble {

/// Whether the matrix of A.T is the transposed matrix of A, bit for bit, and for a word also that
/// of the transposed word, folded back. Not for maps with custom parts.
bool has_exact_transpose(const linear_map& a);

}  // namespace noble
