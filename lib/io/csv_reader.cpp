// CSV: a row is a frame, a column a channel.
#include <algorithm>
#include <limits>
#include <vector>

#include "io/count.hpp"
#include "io/csv.hpp"
#include "io/format.hpp"
#include "io/formats.hpp"
#include "noble/error.hpp"

namespace noble::io {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view blanks = " \t\r\f";

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) + 1 - first);
}

// The first of these that the first row has separates the columns of all rows; ' ' means blanks,
// any number of them.
char separator_of(std::string_view row) {
    for (const char candidate : {';', ',', '\t'}) {
        if (row.find(candidate) != std::string_view::npos) return candidate;
    }
    return ' ';
}

// Values grow as rows arrive. Imaginary parts are kept only from the first complex number on.
class csv_table {
 public:
    explicit csv_table(const std::string& name) : name_(name) {}

    void add_line(std::string_view line) {
        ++line_number_;
        const std::string_view row = trimmed(line.substr(0, line.find('#')));
        if (row.empty()) return;
        if (rows_ == 0) separator_ = separator_of(row);
        const index_t columns = add_row(row);
        if (rows_++ == 0) columns_ = columns;
        if (columns != columns_) {
            throw io_error(at_line() + ": " + std::to_string(columns) +
                           " columns, but the rows above have " + std::to_string(columns_));
        }
    }

    any_array finish() {
        if (rows_ == 0) throw io_error(name_ + ": a CSV file without numbers");
        const std::vector<std::size_t> shape{static_cast<std::size_t>(rows_),
                                             static_cast<std::size_t>(columns_)};
        if (!imaginary_.empty()) return finish_complex(shape);
        xt::xarray<float64> samples = xt::xarray<float64>::from_shape(shape);
        std::copy(real_.begin(), real_.end(), samples.data());
        return samples;
    }

 private:
    std::string at_line() const { return name_ + ": line " + std::to_string(line_number_); }

    index_t add_row(std::string_view row) {
        index_t column = 0;
        for (bool more = true; more;) {
            const auto end = std::min(
                row.find_first_of(separator_ == ' ' ? " \t" : std::string_view(&separator_, 1)),
                row.size());
            more = end < row.size();
            add_field(trimmed(row.substr(0, end)), ++column);
            row.remove_prefix(more ? end + 1 : end);
            if (separator_ == ' ') row = trimmed(row);
        }
        return column;
    }

    void add_field(std::string_view field, index_t column) {
        const auto number = parse_csv_number(field);
        if (!number) refuse(field, column);
        if (real_.size() == real_.capacity()) grow();
        if (number->is_complex && imaginary_.empty()) {
            imaginary_.reserve(real_.capacity());
            imaginary_.resize(real_.size());
        }
        real_.push_back(number->value.real());
        if (number->is_complex || !imaginary_.empty()) imaginary_.push_back(number->value.imag());
    }

    void grow() {
        constexpr std::size_t first_capacity = 1024;
        const std::size_t capacity = std::max(2 * real_.capacity(), first_capacity);
        require_memory(static_cast<index_t>(capacity), sizeof(complex128), name_);
        real_.reserve(capacity);
        if (!imaginary_.empty()) imaginary_.reserve(capacity);
    }

    any_array finish_complex(const std::vector<std::size_t>& shape) {
        xt::xarray<complex128> samples = xt::xarray<complex128>::from_shape(shape);
        std::transform(real_.begin(), real_.end(), imaginary_.begin(), samples.data(),
                       [](double re, double im) { return complex128(re, im); });
        return samples;
    }

    [[noreturn]] void refuse(std::string_view field, index_t column) const {
        const std::string where = at_line() + ", column " + std::to_string(column) + ": ";
        if (field.empty()) throw io_error(where + "an empty field where a number should be");
        throw io_error(where + quoted(field) +
                       " is not a float64 or complex number (headings start with '#')");
    }

    const std::string& name_;
    char separator_ = ' ';
    index_t line_number_ = 0;
    index_t rows_ = 0;
    index_t columns_ = 0;
    std::vector<double> real_;
    std::vector<double> imaginary_;
};

}  // namespace

signal_data read_csv(const byte_source& source) {
    require_memory(static_cast<index_t>(source.size()), 1, source.name());
    const std::string bytes = source.head(source.size());
    std::string_view text = bytes;
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    csv_table table(source.name());
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        table.add_line(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return {table.finish(), file_format::csv, sample_type::text, std::nullopt};
}

signal_info inspect_csv(const byte_source& source) {
    const signal_data signal = read_csv(source);
    const auto shape = shape_of(signal.samples);
    return {.format = file_format::csv,
            .type = sample_type::text,
            .encoding = element_type(signal.samples) == sample_type::float_64 ? "real numbers"
                                                                              : "complex numbers",
            .shape = shape,
            .length = shape.front(),
            .channels = shape.back(),
            .rate = std::nullopt,
            .bytes = source.size()};
}

}  // namespace noble::io
