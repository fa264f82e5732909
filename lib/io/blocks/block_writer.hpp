// What writes one kind of file, block by block.
#pragma once

#include <span>
#include <variant>

#include "noble/write_report.hpp"

namespace noble::io {

/// Samples to be written, of any of the four element types.
using const_block = std::variant<std::span<const float32>, std::span<const float64>,
                                 std::span<const complex64>, std::span<const complex128>>;

class block_writer {
 public:
    block_writer() = default;
    virtual ~block_writer() = default;
    block_writer(const block_writer&) = delete;
    block_writer& operator=(const block_writer&) = delete;

    /// As `signal_writer::write`.
    virtual void write(const const_block& samples) = 0;
    /// As `signal_writer::commit`; the number of samples has been checked.
    virtual void commit() = 0;
    virtual const write_report& report() const = 0;
};

/// Whether a pipe gets the samples as they come, or all at the end with a complete header. The
/// latter is for signals that are in memory anyway; only FLAC knows a difference: its checksum.
enum class pipe_style { flowing, complete };

}  // namespace noble::io
