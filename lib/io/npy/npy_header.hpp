// The header of a .npy file.
// Source: NEP 1, and numpy.lib.format: magic, version, header length, and a Python dict literal
// with the keys descr, fortran_order and shape.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "io/bytes/byte_source.hpp"
#include "noble/limit.hpp"
#include "noble/sample_type.hpp"

namespace noble::io {

/// A header that has been held against the file: `count` elements of `item_bytes` do lie there, or,
/// in a stream, will have to.
struct npy_header {
    std::string descr;  ///< such as "<f8"
    sample_type type;
    bool swapped = false;        ///< stored in the other byte order than this machine's
    bool fortran_order = false;  ///< first axis fastest
    std::vector<index_t> shape;
    index_t count = 1;  ///< the product of the shape
    std::uint64_t item_bytes = 0;
    std::uint64_t payload = 0;  ///< where the elements begin, in bytes
};

/// Reads and checks the header. Throws `io_error`, or `limit_error` for a shape beyond 64 bits.
npy_header read_npy_header(byte_source& source);

/// Throws the `io_error` of a file that has fewer bytes of elements than its shape needs.
[[noreturn]] void refuse_short_npy(const byte_source& source, const npy_header& header,
                                   std::uint64_t there);

}  // namespace noble::io
