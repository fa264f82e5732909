// Sums, products and stacks of sparse matrices, exactly, in exact or polynomial entries.
#pragma once

#include <vector>

#include "noble/matrix.hpp"

namespace noble {

template <class Scalar>
csr<Scalar> multiply(const csr<Scalar>& a, const csr<Scalar>& b);
template <class Scalar>
csr<Scalar> add(const csr<Scalar>& a, const csr<Scalar>& b);
template <class Scalar>
csr<Scalar> scale(const exact& c, csr<Scalar> a);
/// A grid of blocks, row by row, `width` blocks to a row.
template <class Scalar>
csr<Scalar> assemble(const std::vector<csr<Scalar>>& blocks, std::size_t width);
template <class Scalar>
csr<Scalar> diagonal(const std::vector<csr<Scalar>>& blocks);
/// (A ⊗ B)[i·p + k, j·q + l] = A[i, j]·B[k, l], B being p × q.
template <class Scalar>
csr<Scalar> kronecker(const csr<Scalar>& a, const csr<Scalar>& b);

}  // namespace noble
