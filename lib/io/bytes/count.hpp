// Sizes out of headers, multiplied without wrapping.
#pragma once

#include <cstdint>
#include <limits>
#include <string>

#include "noble/error.hpp"
#include "noble/limit.hpp"

namespace noble::io {

/// a·b, or a `limit_error` that names `what` and both factors. Both are non-negative.
inline index_t checked_product(index_t a, index_t b, const std::string& what) {
    index_t product = 0;
    if (__builtin_mul_overflow(a, b, &product)) {
        throw limit_error(what + ": " + std::to_string(a) + " × " + std::to_string(b) +
                          " items are beyond 64 bits");
    }
    return product;
}

}  // namespace noble::io
