#include <string>
#include <vector>

#include "io/blocks/own_type.hpp"
#include "io/npy/npy.hpp"
#include "io/npy/npy_descr.hpp"
#include "noble/error.hpp"
#include "noble/limit.hpp"
#include "noble/output_file.hpp"

namespace noble::io {
namespace {

// Python's tuple: (), (3,), (3, 2).
std::string tuple_text(const std::vector<index_t>& shape) {
    std::string text = "(";
    for (const index_t length : shape) text += std::to_string(length) + ", ";
    if (!shape.empty()) text.resize(text.size() - (shape.size() > 1 ? 2 : 1));
    return text + ")";
}

// Version 1.0: magic, version, 16-bit little-endian length, and the dict, padded with blanks and a
// newline so that the elements begin at a multiple of 64 bytes (numpy.lib.format).
std::string header_text(element_type element, const std::vector<index_t>& shape) {
    constexpr std::size_t preamble = 10;
    constexpr std::size_t alignment = 64;
    std::string dict = "{'descr': '" + npy_descr_of(element) +
                       "', 'fortran_order': False, 'shape': " + tuple_text(shape) + ", }";
    const std::size_t unpadded = preamble + dict.size() + 1;
    dict.append((alignment - unpadded % alignment) % alignment, ' ');
    dict += '\n';
    std::string text = "\x93NUMPY\x01";
    text += '\0';
    text += static_cast<char>(dict.size() & 0xFFU);
    text += static_cast<char>(dict.size() >> 8U);
    return text + dict;
}

// Where the length is unknown, the header is written at the end: a header of one or two axes has
// 128 bytes whatever they are. In place, the elements are held in memory for it.
class npy_writer final : public block_writer {
 public:
    npy_writer(const std::string& path, const signal_header& signal)
        : file_(path),
          element_(signal.element),
          shape_(signal.shape),
          frame_(frame_size(signal)),
          known_(frame_count(signal) != unknown_length),
          report_{.format = file_format::npy, .type = stored_as(signal.element)} {
        if (!known_) shape_.front() = 0;
        if (known_ || !file_.in_place()) write_bytes(header_text(element_, shape_));
    }

    void write(const const_block& samples) override {
        std::visit(
            [&](const auto values) {
                count_ += static_cast<index_t>(values.size());
                const auto bytes = std::as_bytes(values);
                known_ || !file_.in_place() ? file_.write(bytes) : hold(bytes);
            },
            samples);
    }

    void commit() override {
        if (!known_) {
            if (frame_ > 0) shape_.front() = count_ / frame_;
            const std::string header = header_text(element_, shape_);
            if (file_.in_place()) {
                write_bytes(header);
                file_.write(held_);
            } else {
                file_.write_at(0, std::as_bytes(std::span(header)));
            }
        }
        file_.commit();
    }

    const write_report& report() const override { return report_; }

 private:
    void write_bytes(const std::string& text) { file_.write(std::as_bytes(std::span(text))); }

    void hold(std::span<const std::byte> bytes) {
        require_memory(static_cast<index_t>(held_.size() + bytes.size()), 1,
                       "npy on a pipe, held until its header can be written,");
        held_.insert(held_.end(), bytes.begin(), bytes.end());
    }

    output_file file_;
    element_type element_;
    std::vector<index_t> shape_;
    index_t frame_;
    bool known_;
    index_t count_ = 0;  // elements written
    std::vector<std::byte> held_;
    write_report report_;
};

}  // namespace

std::unique_ptr<block_writer> create_npy(const output_request& output, const format_entry& entry) {
    require_own_type(output, entry);
    const signal_header& signal = output.signal;
    if (frame_count(signal) == unknown_length && signal.shape.size() > 2) {
        throw argument_error(output.path + ": npy of unknown length has one or two axes");
    }
    return std::make_unique<npy_writer>(output.path, signal);
}

}  // namespace noble::io
