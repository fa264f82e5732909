// Writers for signals that are written block by block, and for those that are in memory.
#pragma once

#include <memory>
#include <string>

#include "io/blocks/block_writer.hpp"
#include "noble/signal_writer.hpp"

namespace noble::io {

/// The writer that path, signal and options mean.
std::unique_ptr<block_writer> create_writer(const std::string& path, const signal_header& signal,
                                            const write_options& options, pipe_style style);

}  // namespace noble::io
