// The rate of a word: outputs per input, a positive rational L/M in lowest terms.
#pragma once

#include <iosfwd>
#include <string>

#include "noble/limit.hpp"

namespace [[gnu::visibility("default")]] noble {

/// L outputs for every M inputs, gcd(L, M) = 1.
struct rate {
    index_t outputs = 1;  ///< L ≥ 1
    index_t inputs = 1;   ///< M ≥ 1
    friend bool operator==(const rate&, const rate&) = default;
};

/// The rate of a after b, in lowest terms. Throws limit_error on 64-bit overflow.
rate operator*(const rate& a, const rate& b);

/// `1/2`, `3`, `160/147`.
std::string to_string(const rate& r);
std::ostream& operator<<(std::ostream& out, const rate& r);

}  // namespace noble
