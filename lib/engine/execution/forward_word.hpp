// The bound word that is run, for one that may be transposed.
#pragma once

#include "noble/linear_map.hpp"

namespace noble::engine {

/// With a zero boundary, the transpose of a bound word is a bound word: for outputs [f, f + m) of
/// A, Aᵀ·delay(f) on m samples, outputs [0, n). The other boundaries fold back what lies outside.
inline map_node::bound_word forward_word(const map_node::bound_word& a) {
    if (!a.transposed) return a;
    return {
        a.word.T() * delay(a.outputs.begin), a.outputs.count(), {0, a.n}, boundary::zero, false};
}

inline bool folds_back(const map_node::bound_word& a) {
    return a.transposed && a.boundary != boundary::zero;
}

}  // namespace noble::engine
