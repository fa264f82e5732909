// Pairs of words that are equal by construction, or broken in exactly one place, with unknown taps
// too: a conv or corr whose k is at least `first_unknown` stands for a kernel of unknown taps, and
// its taps are values for them.
#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "noble/op.hpp"
#include "support/word_tree.hpp"

namespace noble::testing {

inline constexpr index_t first_unknown = 1000;

/// The word, with unknown taps for marked kernels.
op make_symbolic(const word_tree& tree);

/// The same word with new values for the taps of marked kernels.
word_tree with_values(const word_tree& tree, std::uint64_t seed);

/// The value of a polynomial for the values that with_values gives.
exact value_of(const polynomial& p, std::uint64_t seed);

class word_shuffler {
 public:
    explicit word_shuffler(std::uint64_t seed) : random_(seed) {}

    index_t pick(index_t n) {
        return static_cast<index_t>(random_() % static_cast<std::uint64_t>(n));
    }
    /// Marks some kernels as unknown.
    word_tree marked(word_tree tree);
    /// The same operator, written differently.
    word_tree rewritten(const word_tree& tree);
    /// One coefficient, delay, phase, factor or conjugate changed (which may change nothing).
    word_tree broken(word_tree tree);

 private:
    word_tree rewritten_letter(const word_tree& tree);
    word_tree rewritten_product(word_tree tree);
    word_tree wrapped(const word_tree& tree);

    std::mt19937_64 random_;
    index_t next_unknown_ = first_unknown;
};

}  // namespace noble::testing
