// Where the taps of a canonical form lie and about how many there are, known before it is made.
#pragma once

#include <vector>

#include "noble/op.hpp"

namespace noble {

/// Counts as doubles: they may exceed 64 bits.
struct form_shape {
    index_t period_out = 1;
    index_t period_in = 1;
    double taps = 1;   ///< in a period
    double span = 1;   ///< offsets within a row lie in an interval of so many
    double low = 0;    ///< the least offset in any row
    double high = 0;   ///< the greatest
    double parts = 1;  ///< 2 for complex taps

    [[nodiscard]] index_t outputs() const noexcept { return period_out; }
    [[nodiscard]] index_t inputs() const noexcept { return period_in; }
    [[nodiscard]] bool is_convolution() const noexcept { return period_out == 1 && period_in == 1; }
};

/// From above, but for taps that cancel and periods that reduce. Throws limit_error where a period
/// exceeds 64 bits.
form_shape shape_of(const op& word);
form_shape shape_of(const sequence& q);
form_shape shape_of_resampler(index_t outputs, index_t inputs, index_t offset);

/// The form of a after b.
form_shape shape_of_product(const form_shape& a, const form_shape& b);
/// The products of two taps that make it.
double meetings(const form_shape& a, const form_shape& b);

/// The sum of at least one form.
form_shape shape_of_sum(const std::vector<form_shape>& parts);

}  // namespace noble
