// The oracle: what a word means by the index formulas of design §2 and §4, written down in the
// simplest way and without any of noble's algebra. Exact throughout.
#pragma once

#include <utility>
#include <vector>

#include "noble/boundary.hpp"
#include "noble/rate.hpp"
#include "noble/window.hpp"
#include "support/word_tree.hpp"

namespace noble::testing {

/// A finite signal on ℤ: its non-zero samples by ascending index.
using signal = std::vector<std::pair<index_t, gaussian>>;

/// Σₘ h[n, m]·x[m] as a signal over n.
signal forward(const word_tree& tree, const signal& x);
/// Σₙ h[n, m]·x[n] as a signal over m: the rows of the kernel, so the transpose.
signal backward(const word_tree& tree, const signal& x);
/// Row n of the kernel: h[n, m] over m.
signal kernel_row(const word_tree& tree, index_t n);

/// Outputs per input, in lowest terms.
rate rate_of(const word_tree& tree);
/// Some (L, M) with h[n+L, m+M] = h[n, m].
std::pair<index_t, index_t> period_of(const word_tree& tree);
/// Σ|h| in a row or column is at most this (|re| + |im| for complex values).
double norm_bound(const word_tree& tree);

/// The natural windows on [a, b).
interval full_window(const word_tree& tree, interval x);
interval valid_window(const word_tree& tree, interval x);
interval window_of(const word_tree& tree, const window& w, index_t first, index_t count, index_t n);

/// x̃[m] = Σ weight·x[index] / den
struct extension {
    std::vector<std::pair<index_t, wide>> terms;
    wide den = 1;
};
extension extend_by_hand(boundary b, index_t n, index_t m);

/// The matrix of a word on [0, n): entries[i·cols + j] / den.
struct exact_matrix {
    index_t rows = 0;
    index_t cols = 0;
    wide den = 1;
    std::vector<gaussian> entries;
    [[nodiscard]] const gaussian& at(index_t i, index_t j) const {
        return entries[static_cast<std::size_t>(i * cols + j)];
    }
};
exact_matrix matrix_of(const word_tree& tree, index_t n, interval outputs, boundary b);

}  // namespace noble::testing
