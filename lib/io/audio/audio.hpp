// Audio through libsndfile.
#pragma once

#include "io/blocks/format_entry.hpp"

namespace noble::io {

std::unique_ptr<block_reader> open_audio(byte_source& source, const format_entry& entry);
std::unique_ptr<block_writer> create_audio(const output_request& output, const format_entry& entry);

}  // namespace noble::io
