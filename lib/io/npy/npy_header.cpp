#include "io/npy/npy_header.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "io/blocks/shape.hpp"
#include "io/bytes/count.hpp"
#include "io/bytes/quoted.hpp"
#include "io/npy/npy_descr.hpp"
#include "io/npy/npy_literal.hpp"
#include "noble/error.hpp"

namespace noble::io {
namespace {

constexpr std::uint64_t longest_header = std::uint64_t{1} << 16U;  // NumPy's own limit is 10,000
constexpr std::size_t most_axes = 64;                              // as in NumPy 2

void decode_descr(const byte_source& source, npy_header& header) {
    const auto found = npy_type_of(header.descr);
    if (!found) {
        refuse_npy_header(
            source, "elements of type " + quoted(header.descr) +
                        " cannot be read; noble reads b1, i1 to i8, u1 to u8, f4, f8, c8 and c16");
    }
    header.type = found->type;
    header.item_bytes = found->bytes;
    header.swapped = found->swapped;
}

void read_entry(const byte_source& source, npy_literal& text, npy_header& header,
                std::array<int, 3>& seen) {
    const std::string key = text.string();
    text.expect(':');
    if (key == "descr") {
        if (text.accept('[')) {
            refuse_npy_header(source,
                              "its elements are structured records; noble reads plain numbers");
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
        refuse_npy_header(source, "unknown key " + quoted(key));
    }
}

void parse_dict(const byte_source& source, std::string_view dict, npy_header& header) {
    npy_literal text(source, dict);
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
        refuse_npy_header(source, "it must have descr, fortran_order and shape, once each");
    }
    if (header.shape.size() > most_axes) refuse_npy_header(source, "more than 64 axes");
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
        refuse_npy_header(source, "version " + std::to_string(version) + "." +
                                      std::to_string(byte(7)) + "; noble reads 1.0, 2.0 and 3.0");
    }
    std::uint64_t length = byte(8) | byte(9) << 8U;
    if (version > 1) length |= byte(10) << 16U | byte(11) << 24U;
    header.payload = (version > 1 ? 12U : 10U) + length;
    const std::string text = source.text(0, length > longest_header ? 0 : header.payload);
    if (text.size() < header.payload) {
        refuse_npy_header(
            source, "it claims " + std::to_string(length) + " bytes, but the file has " +
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
