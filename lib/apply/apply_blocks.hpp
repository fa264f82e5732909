// A word on a signal file block by block: memory does not grow with the file, and a pipe flows.
#pragma once

#include "apply/apply_array.hpp"
#include "noble/signal_reader.hpp"
#include "noble/signal_writer.hpp"
#include "options/bind.hpp"
#include "options/element_type.hpp"
#include "output/streams.hpp"
#include "verbs/apply_options.hpp"

namespace noble::app {

/// Whether an expression can run block by block on what is behind `header`: a word on one axis,
/// whose samples follow one another along the slowest axis of the file, or line by line along its
/// fastest, and a finite map that is that of some word (the transpose of a boundary other than zero
/// folds back, which is none). Lines are read once: where the first outputs need the last samples,
/// only a file that is one line runs in blocks.
bool runs_in_blocks(const expression& word, const signal_header& header, const placement& at,
                    boundary rule);

/// What is done to the blocks.
struct block_run {
    bound_word bound;
    int axis = 0;
    element_type element = element_type::float64;  ///< computed in
    index_t block = 0;                             ///< frames read at a time, at most; 0: a default
};

/// Runs it from `in` to `path`; `out` is the output's header, of the input's shape. Returns the
/// header with the shape that was written.
signal_header apply_blocks(signal_reader& in, const block_run& run, const std::string& path,
                           signal_header out, const write_options& options, write_report& report,
                           const streams& s);

}  // namespace noble::app
