// CSV: a row is a frame, a column a channel.
#include <algorithm>
#include <vector>

#include "io/blocks/element_cast.hpp"
#include "io/bytes/quoted.hpp"
#include "io/bytes/text_lines.hpp"
#include "io/csv/csv.hpp"
#include "io/csv/csv_number.hpp"
#include "noble/error.hpp"

namespace noble::io {
namespace {

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

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Whether any number is complex: outside of comments an i or j ends a word, as in 1+2i and infj but
// not in inf and infinity.
bool has_complex(byte_source& source) {
    std::vector<char> text(std::size_t{1} << 16U);
    bool comment = false;
    bool unit = false;
    for (std::uint64_t position = 0;;) {
        const std::size_t got = source.read_at(position, std::as_writable_bytes(std::span(text)));
        if (got == 0) return unit;
        for (const char c : std::span(text).first(got)) {
            if (unit && !is_letter(c)) return true;
            comment = c != '\n' && (comment || c == '#');
            unit = !comment && (c == 'i' || c == 'j');
        }
        position += got;
    }
}

class csv_reader final : public block_reader {
 public:
    explicit csv_reader(byte_source& source) : source_(source), lines_(source) {
        if (!next_row()) throw io_error(source.name() + ": a CSV file without numbers");
        pending_ = true;
        const bool complex = source.is_whole() ? has_complex(source)
                                               : std::ranges::any_of(row_, &csv_number::is_complex);
        header_ = {.format = file_format::csv,
                   .type = sample_type::text,
                   .element = complex ? element_type::complex128 : element_type::float64,
                   .shape = {unknown_length, static_cast<index_t>(row_.size())}};
    }

    const signal_header& header() const override { return header_; }
    std::string encoding() const override {
        return header_.element == element_type::float64 ? "real numbers" : "complex numbers";
    }

    // Of a stream, the rows that have arrived.
    std::size_t read(const block& target) override {
        return std::visit(
            [&](const auto samples) {
                std::size_t done = 0;
                while (samples.size() - done >= row_.size()) {
                    if (done > 0 && !pending_ && source_.is_endless() && !lines_.is_ready()) break;
                    if (!pending_ && !next_row()) break;
                    pending_ = false;
                    store(samples.subspan(done));
                    done += row_.size();
                }
                return done;
            },
            target);
    }

    void seek(index_t frame) override {
        lines_.restart();
        line_number_ = 0;
        pending_ = false;
        for (index_t skipped = 0; skipped < frame && next_row(); ++skipped) {
        }
    }

 private:
    std::string at_line() const {
        return source_.name() + ": line " + std::to_string(line_number_);
    }

    // The numbers of the next line that has any, into row_.
    bool next_row() {
        while (auto line = lines_.next()) {
            if (line_number_++ == 0 && line->starts_with(byte_order_mark)) {
                line->remove_prefix(byte_order_mark.size());
            }
            const std::string_view row = trimmed(line->substr(0, line->find('#')));
            if (row.empty()) continue;
            parse(row);
            return true;
        }
        return false;
    }

    void parse(std::string_view row) {
        const std::size_t columns = row_.size();
        if (columns == 0) separator_ = separator_of(row);
        row_.clear();
        for (bool more = true; more;) {
            const auto end = std::min(
                row.find_first_of(separator_ == ' ' ? " \t" : std::string_view(&separator_, 1)),
                row.size());
            more = end < row.size();
            add_field(trimmed(row.substr(0, end)));
            row.remove_prefix(more ? end + 1 : end);
            if (separator_ == ' ') row = trimmed(row);
        }
        if (columns > 0 && row_.size() != columns) {
            throw io_error(at_line() + ": " + std::to_string(row_.size()) +
                           " columns, but the rows above have " + std::to_string(columns));
        }
    }

    void add_field(std::string_view field) {
        const auto number = parse_csv_number(field);
        if (number) {
            row_.push_back(*number);
            return;
        }
        const std::string where = at_line() + ", column " + std::to_string(row_.size() + 1) + ": ";
        if (field.empty()) throw io_error(where + "an empty field where a number should be");
        throw io_error(where + quoted(field) +
                       " is not a float64 or complex number (headings start with '#')");
    }

    template <class T>
    void store(std::span<T> target) const {
        for (std::size_t i = 0; i < row_.size(); ++i) {
            if (!is_complex_element<T> && row_[i].is_complex) {
                throw io_error(at_line() + ", column " + std::to_string(i + 1) +
                               ": a complex number, but the stream began with real ones");
            }
            if constexpr (is_complex_element<T>) {
                target[i] = element_cast<T>(row_[i].value);
            } else {
                target[i] = static_cast<T>(row_[i].value.real());
            }
        }
    }

    byte_source& source_;
    text_lines lines_;
    signal_header header_;
    char separator_ = ' ';
    index_t line_number_ = 0;
    std::vector<csv_number> row_;
    bool pending_ = false;  // the row has been read, but not given yet
};

}  // namespace

std::unique_ptr<block_reader> open_csv(byte_source& source, const format_entry& /*entry*/) {
    return std::make_unique<csv_reader>(source);
}

}  // namespace noble::io
