// Words that are the same but for delays and a scale, found on their canonical forms.
#pragma once

#include <optional>

#include "noble/canonical.hpp"

namespace noble {

/// b = scale · delay(output) · a · delay(input)
struct alignment {
    index_t output = 0;
    index_t input = 0;
    exact scale = 1;
};

/// The alignment of a with b, both reduced and of one rate; a delay of one side alone is preferred.
/// Nothing where there is none, and for zero. Takes a few passes over the taps.
template <class Scalar>
std::optional<alignment> aligned(const canonical<Scalar>& a, const canonical<Scalar>& b);

/// Time running backwards: the kernel h[−n, −m].
template <class Scalar>
canonical<Scalar> mirrored(const canonical<Scalar>& a);

}  // namespace noble
