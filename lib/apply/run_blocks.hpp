// A word on a signal file block by block: memory does not grow with the file, and a pipe flows.
#pragma once

#include <string>

#include "apply/block_word.hpp"
#include "noble/apply_file.hpp"
#include "noble/signal_reader.hpp"

namespace noble::files {

/// What is done to the blocks.
struct block_run {
    const block_word& word;
    int axis;
};

/// Runs it from `in` to `path`, in the element type of `out`: the output's header, of the input's
/// shape.
apply_report run_blocks(signal_reader& in, const block_run& run, const std::string& path,
                        signal_header out, const apply_options& options);

}  // namespace noble::files
