// The curves of a response, and the axes that they share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plot/drawing/canvas.hpp"
#include "plot/drawing/ticks.hpp"
#include "plot/panels/filters.hpp"
#include "plot/panels/spectrum.hpp"

namespace noble::drawing {

struct response_curves {
    std::vector<numeric_filter> filters;  ///< those with taps, a few at most
    std::vector<spectrum> spectra;
    std::vector<double> units;  ///< what each curve's fraction of Nyquist is on the axis
    bool two_sided = false;
    double shown = 1;       ///< of Nyquist
    double delay_base = 0;  ///< what delays are counted from, where they are large
    std::string axis;       ///< of frequencies: its name and unit

    [[nodiscard]] std::vector<std::string> names() const;
    /// Nyquist of the fastest filter, on the axis.
    [[nodiscard]] double nyquist() const;
    [[nodiscard]] bool is_finite() const;

    /// From the peak to below what nine tenths of the frequencies reach, in dB.
    [[nodiscard]] range magnitude_range() const;
    /// Of 96 % of the frequencies that pass within 40 dB of the peak: a notch may have a delay of
    /// any size.
    [[nodiscard]] range delay_range() const;

    /// Curve i over the frequencies of the axis: in dB, in samples (NaN outside `range`), in
    /// degrees.
    [[nodiscard]] std::vector<point> magnitude(std::size_t i) const;
    [[nodiscard]] std::vector<point> delay(std::size_t i, range inside) const;
    [[nodiscard]] std::vector<point> phase(std::size_t i) const;
};

/// Fractions of their own Nyquist frequency, or Hz where the input's rate is given.
response_curves response_curves_of(const std::vector<numeric_filter>& filters,
                                   std::optional<double> rate);

}  // namespace noble::drawing
