// The frequency response of a filter, H(ω) = Σ h[t]·e^{−iωt}, on a grid of frequencies.
#pragma once

#include <complex>
#include <vector>

#include "plot/panels/filters.hpp"

namespace noble::drawing {

struct spectrum {
    /// Of points k = 0, 1, …: fractions of Nyquist, ω/π.
    std::vector<double> frequency;
    /// |H|.
    std::vector<double> magnitude;
    /// The phase of H·e^{iω·centre()}, in turns of −1/2 … 1/2.
    std::vector<double> phase;
    /// −dφ/dω − centre, in samples; NaN where |H| is nothing but rounding.
    std::vector<double> group_delay;
    /// The centre of the taps' energy, Σ t|h|² / Σ |h|², to the nearest half sample: the middle of
    /// a symmetric filter. It is twice_centre/2 samples after the first tap.
    index_t first = 0;
    index_t twice_centre = 0;
    [[nodiscard]] double centre() const noexcept {
        return static_cast<double>(first) + static_cast<double>(twice_centre) / 2;
    }
};

/// On [0, shown], or [−shown, shown] where two-sided, and at most a step beyond: of [0, 1] at least
/// 8 points per tap of the span and 2048 in all, at most 2¹⁹; of the part that is shown, however
/// small, 1024 or more. The values at the points are exact but for rounding, however long the
/// filter: a transform of N points sees h folded modulo N, which is what e^{−2πikt/N} makes of it.
spectrum spectrum_of(const numeric_filter& f, bool two_sided, double shown = 1);

}  // namespace noble::drawing
