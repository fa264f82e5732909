#include "noble/signal_writer.hpp"

#include "io/block_writer.hpp"
#include "io/formats.hpp"
#include "noble/error.hpp"

namespace noble {
namespace io {
namespace {

// What CSV and npy store is what the samples are: any other type would be a conversion.
void require_own_type(const signal_header& signal, std::optional<sample_type> type,
                      file_format format) {
    if (!type || *type == signal.element) return;
    throw argument_error(std::string(name_of(format)) + " stores the array's own " +
                         std::string(name_of(signal.element)) + ", not " +
                         std::string(name_of(*type)));
}

}  // namespace

std::unique_ptr<block_writer> create_writer(const std::string& path, const signal_header& signal,
                                            const write_options& options, pipe_style style) {
    const auto named = options.format ? options.format : format_from_path(path);
    const file_format format = named.value_or(signal.format);
    if (is_audio(format)) return create_audio(path, signal, format, options.type, style);
    require_own_type(signal, options.type, format);
    return format == file_format::npy ? create_npy(path, signal) : create_csv(path, signal);
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
    const io::const_block block = samples;
    if (io::element_type(block.index()) != element_) {
        throw argument_error(path_ + ": samples of another element type than the header's " +
                             std::string(name_of(element_)));
    }
    writer_->write(block);
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
