// How .npy files call the types of elements: a byte order (< little, > big, | not applicable, =
// this machine's), a kind and a size in bytes. Source: numpy.dtype.str.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "noble/sample_type.hpp"

namespace noble::io {

struct npy_type {
    sample_type type;
    std::uint64_t bytes;
    bool swapped = false;  ///< stored in the other byte order than this machine's
};

/// The type of a descr such as "<f8"; none for those that noble does not read.
std::optional<npy_type> npy_type_of(std::string_view descr);

/// The descr of elements in this machine's byte order.
std::string npy_descr_of(element_type element);

}  // namespace noble::io
