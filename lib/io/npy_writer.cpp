#include <bit>
#include <string>

#include "io/formats.hpp"
#include "noble/output_file.hpp"

namespace noble::io {
namespace {

std::string descr_of(sample_type type) {
    const std::string order = std::endian::native == std::endian::little ? "<" : ">";
    switch (type) {
        case sample_type::float_32:
            return order + "f4";
        case sample_type::complex_64:
            return order + "c8";
        case sample_type::complex_128:
            return order + "c16";
        default:
            return order + "f8";
    }
}

// Python's tuple: (), (3,), (3, 2).
std::string tuple_text(const std::vector<index_t>& shape) {
    std::string text = "(";
    for (const index_t length : shape) text += std::to_string(length) + ", ";
    if (!shape.empty()) text.resize(text.size() - (shape.size() > 1 ? 2 : 1));
    return text + ")";
}

// Version 1.0: magic, version, 16-bit little-endian length, and the dict, padded with blanks and a
// newline so that the elements begin at a multiple of 64 bytes (numpy.lib.format).
std::string header_text(const any_array& samples) {
    constexpr std::size_t preamble = 10;
    constexpr std::size_t alignment = 64;
    std::string dict = "{'descr': '" + descr_of(element_type(samples)) +
                       "', 'fortran_order': False, 'shape': " + tuple_text(shape_of(samples)) +
                       ", }";
    const std::size_t unpadded = preamble + dict.size() + 1;
    dict.append((alignment - unpadded % alignment) % alignment, ' ');
    dict += '\n';
    std::string text = "\x93NUMPY\x01";
    text += '\0';
    text += static_cast<char>(dict.size() & 0xFFU);
    text += static_cast<char>(dict.size() >> 8U);
    return text + dict;
}

}  // namespace

void write_npy(const std::string& path, const any_array& samples) {
    output_file file(path);
    const std::string header = header_text(samples);
    file.write(std::as_bytes(std::span(header)));
    std::visit(
        [&](const auto& array) {
            file.write(std::as_bytes(std::span(array.data(), array.size())));
        },
        samples);
    file.commit();
}

}  // namespace noble::io
