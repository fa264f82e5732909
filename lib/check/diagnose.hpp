// What is wrong with an adjoint? Compares the matrix of a map's adjoint with the adjoint of its
// matrix, and names the first familiar mistake that explains the difference.
#pragma once

#include <string>

#include "noble/linear_map.hpp"

namespace noble {

/// A sentence; empty where nothing is wrong. T is complex128 or float64. Maps of more than
/// `most_diagnosed` entries are not looked into, and the sentence says so.
template <class T>
std::string diagnose_adjoint(const linear_map& a);

inline constexpr index_t most_diagnosed = 4'000'000;

}  // namespace noble
