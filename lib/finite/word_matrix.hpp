// The sparse matrix of one bound word, row by row from its canonical form.
#pragma once

#include "noble/linear_map.hpp"
#include "noble/matrix.hpp"

namespace noble {

/// Scalar: exact, polynomial or an element type. Entries that several extended samples share are
/// added exactly and rounded once.
template <class Scalar>
csr<Scalar> word_matrix(const map_node::bound_word& a);

}  // namespace noble
