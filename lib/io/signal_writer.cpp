#include "noble/signal_writer.hpp"

#include "io/create_writer.hpp"
#include "io/formats.hpp"
#include "noble/error.hpp"
#include "noble/signal_format.hpp"

namespace noble {
namespace io {

std::unique_ptr<block_writer> create_writer(const std::string& path, const signal_header& signal,
                                            const write_options& options, pipe_style style) {
    const auto named = options.format ? options.format : format_from_path(path);
    const format_entry& entry = entry_of(named.value_or(signal.format));
    return entry.create({path, signal, options.type, style}, entry);
}

}  // namespace io

signal_writer::signal_writer(const std::string& path, const signal_header& signal,
                             const write_options& options)
    : writer_(io::create_writer(path, signal, options, io::pipe_style::flowing)),
      path_(path),
      element_(signal.element),
      expected_(frame_count(signal) == unknown_length ? unknown_length
                                                      : frame_count(signal) * frame_size(signal)) {}

signal_writer::~signal_writer() = default;
signal_writer::signal_writer(signal_writer&&) noexcept = default;
signal_writer& signal_writer::operator=(signal_writer&&) noexcept = default;

template <class T>
void signal_writer::write(std::span<const T> samples) {
    if (element_type_of<T> != element_) {
        throw argument_error(path_ + ": samples of another element type than the header's " +
                             std::string(name_of(element_)));
    }
    writer_->write(samples);
    written_ += static_cast<index_t>(samples.size());
}

template void signal_writer::write(std::span<const float32>);
template void signal_writer::write(std::span<const float64>);
template void signal_writer::write(std::span<const complex64>);
template void signal_writer::write(std::span<const complex128>);

const write_report& signal_writer::report() const noexcept { return writer_->report(); }

const write_report& signal_writer::commit() {
    if (expected_ != unknown_length && written_ != expected_) {
        throw argument_error(path_ + ": the header says " + std::to_string(expected_) +
                             " samples, but " + std::to_string(written_) + " were written");
    }
    writer_->commit();
    return writer_->report();
}

}  // namespace noble
