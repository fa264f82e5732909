// What writes one kind of file, block by block.
#pragma once

#include <memory>
#include <variant>

#include "noble/array.hpp"
#include "noble/signal_writer.hpp"

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

/// Each checks the signal against the format before `path` is opened.
std::unique_ptr<block_writer> create_audio(const std::string& path, const signal_header& signal,
                                           file_format format, std::optional<sample_type> type,
                                           pipe_style style);
std::unique_ptr<block_writer> create_csv(const std::string& path, const signal_header& signal);
std::unique_ptr<block_writer> create_npy(const std::string& path, const signal_header& signal);

/// The writer that path, signal and options mean.
std::unique_ptr<block_writer> create_writer(const std::string& path, const signal_header& signal,
                                            const write_options& options, pipe_style style);

}  // namespace noble::io
