// The filters that a word is made of, as numbers to be drawn.
//
// A word whose smallest period (L, M) has no common factor is one filter h at L times the input's
// rate, y = ↓M conv(h) ↑L x: its canonical row r holds c_r[o] = h[rM − oL], and every t is such an
// rM − oL exactly once. Any other word changes with time as no single filter does; its output phase
// r is the filter h_r[t] = c_r[−t] at the input's rate, of which every M-th output is kept.
#pragma once

#include <complex>
#include <optional>
#include <string>
#include <vector>

#include "noble/canonical.hpp"

namespace noble::drawing {

template <class Scalar>
struct filter {
    std::string name;    ///< `r = 3`, or the word of a bank; empty where there is one filter
    index_t inputs = 1;  ///< L: the filter works at L times the input's rate
    index_t kept = 1;    ///< M: of whose outputs every M-th is kept
    tap_list<Scalar> taps;
};

using numeric_filter = filter<std::complex<double>>;

/// No picture holds more filters than this.
inline constexpr std::size_t most_filters = 8;

/// The filters that are drawn, of `total` that there are.
struct filter_list {
    std::vector<numeric_filter> drawn;
    index_t total = 0;
};

/// Whether a word of that smallest period is one filter.
template <class Scalar>
bool is_one_filter(const canonical<Scalar>& form);

/// h by index, of a form that is one filter; throws limit_error where an index leaves 64 bits.
template <class Scalar>
filter<Scalar> equivalent_filter(const canonical<Scalar>& form);

/// The filter of output phase r.
template <class Scalar>
filter<Scalar> phase_filter(const canonical<Scalar>& form, index_t r);

/// The greatest magnitude that is drawn: sums and differences of such numbers are finite.
inline constexpr double most_drawn = 1e300;

/// Rounded; nothing where a part of a tap exceeds most_drawn.
std::optional<numeric_filter> rounded(const filter<exact>& f);

bool is_real(const numeric_filter& f);

}  // namespace noble::drawing
