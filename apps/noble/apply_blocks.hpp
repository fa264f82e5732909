// A word on a signal file block by block: memory does not grow with the file, and a pipe flows.
#pragma once

#include <functional>

#include "apply_array.hpp"
#include "apply_options.hpp"
#include "element_type.hpp"
#include "noble/signal_reader.hpp"
#include "noble/signal_writer.hpp"
#include "streams.hpp"

namespace noble::app {

/// Whether a word on one axis can run block by block on what is behind `header`: its samples follow
/// one another along the file's slowest axis, or line by line along the fastest, and the finite map
/// is that of some word (the transpose of a boundary other than zero folds back, which is none).
bool runs_in_blocks(const apply_options& options, const expression& word,
                    const signal_header& header, const placement& at);

/// How a signal is read, computed and written.
struct block_run {
    op word;
    apply_options options;
    apply_choices choices;
    placement at;
    element_type element;  ///< computed in
    /// The output but for its first axis, which may be unknown_length, as the input's.
    signal_header output;
};

/// Runs it, and returns the header of what was written, with its length.
signal_header apply_blocks(signal_reader& in, block_run run, write_report& report,
                           const streams& s);

}  // namespace noble::app
