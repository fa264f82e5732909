#include "io/csv.hpp"
#include "io/formats.hpp"
#include "noble/error.hpp"

namespace noble::io {
namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 16U;

void flush(output_file& file, std::string& text) {
    file.write(std::as_bytes(std::span(text)));
    text.clear();
}

template <class T>
void write_rows(output_file& file, const T* values, index_t rows, index_t columns) {
    std::string text;
    for (index_t row = 0; row < rows; ++row) {
        for (index_t column = 0; column < columns; ++column) {
            if (column > 0) text += ',';
            append_number(text, *values++);
            if (text.size() >= block_bytes) flush(file, text);
        }
        text += '\n';
    }
    flush(file, text);
}

}  // namespace

void write_csv(const std::string& path, const any_array& samples) {
    const std::vector<index_t> shape = shape_of(samples);
    if (shape.size() > 2) {
        throw argument_error("CSV holds frames and channels, not an array of shape " +
                             shape_text(shape) + "; npy holds any shape");
    }
    const index_t rows = shape.empty() ? 1 : shape.front();
    const index_t columns = shape.size() < 2 ? 1 : shape.back();
    output_file file(path);
    std::visit([&](const auto& array) { write_rows(file, array.data(), rows, columns); }, samples);
    file.commit();
}

}  // namespace noble::io
