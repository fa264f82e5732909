// Number literals: 2, 0.25, 1e-3, 1/3, 2i, 1+2i.
#pragma once

#include "algebra/parse/cursor.hpp"
#include "noble/exact.hpp"

namespace noble::parsing {

struct number {
    exact value;
    bool compound = false;  ///< a fraction or two parts: unclear in front of ^
};

/// An unsigned real or imaginary literal: digits come next. Integers and fractions are exact,
/// decimals the nearest double. Spaces around the `/` of a fraction are read where `spaced`.
number read_part(cursor& in, bool spaced);

/// The same with a second part after a sign, without spaces: 1+2i. `negative`: of the first part.
number read_number(cursor& in, bool negative);

}  // namespace noble::parsing
