#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <optional>
#include <string_view>

#include "io/count.hpp"
#include "io/format.hpp"
#include "io/formats.hpp"
#include "io/npy/npy.hpp"
#include "noble/error.hpp"

namespace noble::io {
namespace {

constexpr std::uint64_t longest_header = std::uint64_t{1} << 16U;  // NumPy's own limit is 10,000
constexpr std::size_t most_axes = 64;                              // as in NumPy 2

[[noreturn]] void refuse(const byte_source& source, const std::string& why) {
    throw io_error(source.name() + ": bad npy header: " + why);
}

// A cursor over the dict literal. Each step skips blanks first.
class literal {
 public:
    literal(const byte_source& source, std::string_view text) : source_(source), rest_(text) {}

    bool accept(char c) {
        skip_blanks();
        if (!rest_.starts_with(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    void expect(char c) {
        if (!accept(c)) fail(std::string("'") + c + "'");
    }

    bool at_end() {
        skip_blanks();
        return rest_.empty();
    }

    std::string string() {
        const char quote = accept('\'') ? '\'' : '"';
        if (quote == '"') expect('"');
        const auto end = rest_.find(quote);
        if (end == std::string_view::npos) fail("a closing quote");
        std::string text(rest_.substr(0, end));
        rest_.remove_prefix(end + 1);
        return text;
    }

    bool boolean() {
        if (accept_word("True")) return true;
        if (accept_word("False")) return false;
        fail("True or False");
    }

    std::vector<index_t> tuple() {
        std::vector<index_t> items;
        expect('(');
        while (!accept(')')) {
            items.push_back(integer());
            if (accept(',')) continue;
            expect(')');
            break;
        }
        return items;
    }

    [[noreturn]] void fail(const std::string& expected) {
        refuse(source_, "expected " + expected + " before " + quoted(rest_));
    }

 private:
    void skip_blanks() {
        rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size()));
    }

    bool accept_word(std::string_view word) {
        skip_blanks();
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }

    index_t integer() {
        skip_blanks();
        index_t value = 0;
        const auto [end, failure] = std::from_chars(rest_.begin(), rest_.end(), value);
        if (failure == std::errc::result_out_of_range) {
            throw limit_error(source_.name() + ": an axis of the npy shape is beyond 64 bits");
        }
        if (failure != std::errc{} || value < 0) fail("a length, a whole number ≥ 0,");
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.begin()));
        return value;
    }

    const byte_source& source_;
    std::string_view rest_;
};

struct descr_entry {
    std::string_view code;
    sample_type type;
    std::uint64_t bytes;
};

constexpr std::array descrs{
    descr_entry{"b1", sample_type::boolean, 1},       descr_entry{"i1", sample_type::int_8, 1},
    descr_entry{"u1", sample_type::uint_8, 1},        descr_entry{"i2", sample_type::int_16, 2},
    descr_entry{"u2", sample_type::uint_16, 2},       descr_entry{"i4", sample_type::int_32, 4},
    descr_entry{"u4", sample_type::uint_32, 4},       descr_entry{"i8", sample_type::int_64, 8},
    descr_entry{"u8", sample_type::uint_64, 8},       descr_entry{"f4", sample_type::float_32, 4},
    descr_entry{"f8", sample_type::float_64, 8},      descr_entry{"c8", sample_type::complex_64, 8},
    descr_entry{"c16", sample_type::complex_128, 16},
};

// descr is a byte order (< little, > big, | not applicable, = this machine's), a kind and a size.
void decode_descr(const byte_source& source, npy_header& header) {
    const std::string_view descr = header.descr;
    const char order = descr.empty() ? '\0' : descr[0];
    const auto* found = std::find_if(descrs.begin(), descrs.end(), [&](const descr_entry& entry) {
        return descr.size() > 1 && entry.code == descr.substr(1);
    });
    const bool known_order = std::string_view("<>=|").find(order) != std::string_view::npos;
    if (found == descrs.end() || !known_order || (order == '|' && found->bytes > 1)) {
        refuse(source,
               "elements of type " + quoted(descr) +
                   " cannot be read; noble reads b1, i1 to i8, u1 to u8, f4, f8, c8 and c16");
    }
    header.type = found->type;
    header.item_bytes = found->bytes;
    const char foreign = std::endian::native == std::endian::little ? '>' : '<';
    header.swapped = order == foreign;
}

void read_entry(const byte_source& source, literal& text, npy_header& header,
                std::array<int, 3>& seen) {
    const std::string key = text.string();
    text.expect(':');
    if (key == "descr") {
        if (text.accept('[')) {
            refuse(source, "its elements are structured records; noble reads plain numbers");
        }
        header.descr = text.string();
        ++seen[0];
    } else if (key == "fortran_order") {
        header.fortran_order = text.boolean();
        ++seen[1];
    } else if (key == "shape") {
        header.shape = text.tuple();
        ++seen[2];
    } else {
        refuse(source, "unknown key " + quoted(key));
    }
}

void parse_dict(const byte_source& source, std::string_view dict, npy_header& header) {
    literal text(source, dict);
    std::array<int, 3> seen{};
    text.expect('{');
    while (!text.accept('}')) {
        read_entry(source, text, header, seen);
        if (!text.accept(',')) {
            text.expect('}');
            break;
        }
    }
    if (!text.at_end()) text.fail("the end of the header");
    if (seen != std::array{1, 1, 1}) {
        refuse(source, "it must have descr, fortran_order and shape, once each");
    }
    if (header.shape.size() > most_axes) refuse(source, "more than 64 axes");
}

// Returns the dict's text, after the 6 bytes of magic, 2 of version and 2 or 4 of length.
std::string read_dict(byte_source& source, npy_header& header) {
    const std::string head = source.text(0, 12);
    const auto byte = [&](std::size_t i) {
        return i < head.size() ? static_cast<std::uint64_t>(static_cast<unsigned char>(head[i]))
                               : 0;
    };
    const std::uint64_t version = byte(6);
    if (version < 1 || version > 3 || byte(7) != 0) {
        refuse(source, "version " + std::to_string(version) + "." + std::to_string(byte(7)) +
                           "; noble reads 1.0, 2.0 and 3.0");
    }
    std::uint64_t length = byte(8) | byte(9) << 8U;
    if (version > 1) length |= byte(10) << 16U | byte(11) << 24U;
    header.payload = (version > 1 ? 12U : 10U) + length;
    const std::string text = source.text(0, length > longest_header ? 0 : header.payload);
    if (text.size() < header.payload) {
        refuse(source, "it claims " + std::to_string(length) + " bytes, but the file has " +
                           std::to_string(source.received()) + " (and at most 65536 make sense)");
    }
    return text.substr(header.payload - length);
}

// The element count without a wrap. An axis of 0 hides the others, which must still be sane: the
// strides of an array of that shape are made from them.
index_t element_count(const byte_source& source, const npy_header& header) {
    const std::string what = source.name() + ": npy shape " + shape_text(header.shape);
    index_t apparent = static_cast<index_t>(header.item_bytes);
    index_t count = 1;
    for (const index_t length : header.shape) {
        apparent = checked_product(apparent, std::max<index_t>(length, 1), what);
        count *= length;
    }
    return count;
}

}  // namespace

npy_header read_npy_header(byte_source& source) {
    npy_header header{};
    const std::string dict = read_dict(source, header);
    parse_dict(source, dict, header);
    decode_descr(source, header);
    header.count = element_count(source, header);
    const std::uint64_t needed = static_cast<std::uint64_t>(header.count) * header.item_bytes;
    const std::uint64_t there = source.size() - header.payload;
    if (needed > there) refuse_short_npy(source, header, there);
    return header;
}

void refuse_short_npy(const byte_source& source, const npy_header& header, std::uint64_t there) {
    throw io_error(source.name() + ": truncated: the npy shape " + shape_text(header.shape) +
                   " of " + header.descr + " needs " +
                   std::to_string(static_cast<std::uint64_t>(header.count) * header.item_bytes) +
                   " bytes, but the file has " + std::to_string(there));
}

}  // namespace noble::io
