// prove: decides whether two words are the same operator, and says where they differ if they are
// not, and what would make them equal.
#pragma once

#include "noble/near_misses.hpp"
#include "noble/proof.hpp"

namespace [[gnu::visibility("default")]] noble {

/// Decides a == b, with near misses where it does not hold. Different rates refute. Throws
/// limit_error, before work begins, where the proof would take more than the memory limit or hours
/// of time.
proof prove(const op& a, const op& b);

/// The same, for sums of Kronecker products: the kernels are compared on a common period.
proof2d prove(const op2d& a, const op2d& b);

/// The same, for banks, entry by entry. Different shapes refute.
bank_proof prove(const bank& a, const bank& b);

}  // namespace noble
