// Expressions that can run block by block, and the word that then runs.
#pragma once

#include "apply/acting.hpp"
#include "noble/signal_header.hpp"

namespace noble::files {

/// A word, the window of outputs and the boundary that make it a finite map.
struct block_word {
    op word;
    noble::window window = noble::window::same;
    noble::boundary boundary = noble::boundary::zero;
};

/// The one whose finite map is that of `a`; of its transpose on `n` samples, where that is asked
/// for and the boundary is zero: A.on(n, {f, m}).T = (A.T · delay(f)).on(m, {0, n}).
block_word block_word_of(const op& a, index_t n, const binding& how);

/// Whether an expression can run block by block on what is behind `header`: a word on one axis,
/// whose samples follow one another along the slowest axis of the file, or line by line along its
/// fastest, and a finite map that is that of some word (the transpose of a boundary other than zero
/// folds back, which is none). Lines are read once: where the first outputs need the last samples,
/// only a file that is one line runs in blocks.
bool runs_in_blocks(const expression& word, const signal_header& header, const acting& at,
                    boundary outside);

}  // namespace noble::files
