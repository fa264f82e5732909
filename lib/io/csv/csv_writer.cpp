#include "io/blocks/own_type.hpp"
#include "io/blocks/shape.hpp"
#include "io/csv/csv.hpp"
#include "io/csv/csv_number.hpp"
#include "noble/error.hpp"
#include "noble/output_file.hpp"

namespace noble::io {
namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 16U;

// A row is a frame, a column a channel.
class csv_writer final : public block_writer {
 public:
    csv_writer(const std::string& path, std::size_t columns) : file_(path), columns_(columns) {}

    void write(const const_block& samples) override {
        std::visit([&](const auto values) { write_values(values); }, samples);
        if (file_.in_place()) flush();
    }

    void commit() override {
        flush();
        file_.commit();
    }

    const write_report& report() const override { return report_; }

    // Rows of no columns are lines too.
    void write_empty(index_t rows) { text_.append(static_cast<std::size_t>(rows), '\n'); }

 private:
    template <class T>
    void write_values(std::span<const T> values) {
        for (const T& value : values) {
            append_number(text_, value);
            const bool row_ends = ++column_ == columns_;
            text_ += row_ends ? '\n' : ',';
            if (row_ends) column_ = 0;
            if (text_.size() >= block_bytes) flush();
        }
    }

    void flush() {
        file_.write(std::as_bytes(std::span(text_)));
        text_.clear();
    }

    output_file file_;
    std::size_t columns_;
    std::size_t column_ = 0;
    std::string text_;
    write_report report_{.format = file_format::csv, .type = sample_type::text};
};

}  // namespace

std::unique_ptr<block_writer> create_csv(const output_request& output, const format_entry& entry) {
    require_own_type(output, entry);
    const signal_header& signal = output.signal;
    if (signal.shape.size() > 2) {
        throw argument_error("CSV holds frames and channels, not an array of shape " +
                             shape_text(signal.shape) + "; npy holds any shape");
    }
    const index_t columns = signal.shape.size() < 2 ? 1 : signal.shape.back();
    auto writer = std::make_unique<csv_writer>(output.path, static_cast<std::size_t>(columns));
    if (columns == 0 && frame_count(signal) > 0) writer->write_empty(frame_count(signal));
    return writer;
}

}  // namespace noble::io
