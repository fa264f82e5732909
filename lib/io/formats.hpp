// The readers and writers behind noble/signal_file.hpp: one pair per kind of file.
#pragma once

#include "io/byte_source.hpp"
#include "noble/output_file.hpp"
#include "noble/signal_file.hpp"

namespace noble::io {

signal_data read_audio(const byte_source& source, file_format format);
signal_info inspect_audio(const byte_source& source, file_format format);
/// Checks the signal against the format before `path` is opened.
write_report write_audio(const std::string& path, const signal_data& signal, file_format format,
                         std::optional<sample_type> type);

signal_data read_csv(const byte_source& source);
signal_info inspect_csv(const byte_source& source);
void write_csv(const std::string& path, const any_array& samples);

signal_data read_npy(const byte_source& source);
signal_info inspect_npy(const byte_source& source);
void write_npy(const std::string& path, const any_array& samples);

/// The type that an array's elements have.
sample_type element_type(const any_array& samples);

/// An array's shape, as signed indices.
std::vector<index_t> shape_of(const any_array& samples);

/// "{3, 2}".
std::string shape_text(const std::vector<index_t>& shape);

}  // namespace noble::io
