#include "plot/panels/spectrum.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>

#include "transforms/ordered_fourier.hpp"

namespace noble::drawing {
namespace {

using complex = std::complex<double>;

double after(index_t first, index_t t) {
    return static_cast<double>(static_cast<std::uint64_t>(t) - static_cast<std::uint64_t>(first));
}

index_t twice_centre_of(const numeric_filter& f) {
    double peak = 0;
    for (const auto& t : f.taps) peak = std::max(peak, std::abs(t.value));
    double energy = 0;
    double moment = 0;
    for (const auto& t : f.taps) {
        const double e = std::norm(t.value / peak);
        energy += e;
        moment += e * after(f.taps.front().index, t.index);
    }
    return static_cast<index_t>(std::min(std::round(2 * moment / energy), 0x1p62));
}

// Where H is computed: at ω = 2πk/N for k = first … last, N = 2^bits.
struct frequency_grid {
    int bits = 0;
    index_t first = 0;
    index_t last = 0;
    [[nodiscard]] std::size_t count() const { return static_cast<std::size_t>(last - first + 1); }
    [[nodiscard]] double fraction_of_nyquist(index_t k) const {
        return std::ldexp(static_cast<double>(k), 1 - bits);
    }
};

constexpr int most_transform_bits = 20;

frequency_grid grid_for(const numeric_filter& f, bool two_sided, double shown) {
    constexpr double least = 4096;
    constexpr double least_shown = 1024;
    constexpr int most_bits = 60;
    const double span = after(f.taps.front().index, f.taps.back().index) + 1;
    const double whole = std::clamp(16 * span, least, std::ldexp(1.0, most_transform_bits));
    const double wanted = std::max(whole, shown < 1 ? 2 * least_shown / shown : 0);
    frequency_grid grid;
    grid.bits = std::min(static_cast<int>(std::ceil(std::log2(wanted))), most_bits);
    grid.last = static_cast<index_t>(std::ceil(std::ldexp(shown, grid.bits - 1)));
    grid.first = two_sided ? -grid.last : 0;
    return grid;
}

std::uint64_t steps_from_first(const numeric_filter& f, index_t t) {
    return static_cast<std::uint64_t>(t) - static_cast<std::uint64_t>(f.taps.front().index);
}

// Σ weight(t)·h[t]·e^{−2πik(t − shift)/N} on the grid, with t counted from the first tap.
template <class Weight>
std::vector<complex> folded_transform(const numeric_filter& f, const frequency_grid& grid,
                                      index_t shift, const Weight& weight) {
    const ordered_fourier transform(index_t{1} << grid.bits);
    const auto x = transform.samples();
    const auto mask = static_cast<std::uint64_t>(transform.points() - 1);
    for (const auto& t : f.taps) {
        const std::uint64_t from_first = steps_from_first(f, t.index);
        const std::uint64_t at = (from_first - static_cast<std::uint64_t>(shift)) & mask;
        const complex term = weight(static_cast<double>(from_first)) * t.value;
        x.re[at] += term.real();
        x.im[at] += term.imag();
    }
    transform.forward();
    std::vector<complex> values;
    values.reserve(grid.count());
    for (index_t k = grid.first; k <= grid.last; ++k) {
        values.push_back(transform[k & (transform.points() - 1)]);
    }
    return values;
}

// e^{−2πi·turns/2^bits}: whole turns are dropped before anything is rounded.
complex turned_by(std::uint64_t turns, int bits) {
    const auto part = static_cast<std::int64_t>(turns << static_cast<unsigned>(64 - bits));
    return std::polar(1.0, -2 * std::numbers::pi * std::ldexp(static_cast<double>(part), -64));
}

// The same tap by tap, for the few points of an N that no transform has.
template <class Weight>
std::vector<complex> summed(const numeric_filter& f, const frequency_grid& grid, index_t shift,
                            const Weight& weight) {
    std::vector<complex> values(grid.count());
    for (const auto& t : f.taps) {
        const std::uint64_t from_first = steps_from_first(f, t.index);
        const std::uint64_t at = from_first - static_cast<std::uint64_t>(shift);
        const complex step = turned_by(at, grid.bits);
        complex term = weight(static_cast<double>(from_first)) * t.value *
                       turned_by(at * static_cast<std::uint64_t>(grid.first), grid.bits);
        for (auto& value : values) {
            value += term;
            // A plain product: that of complex numbers looks for NaN each time.
            term = {term.real() * step.real() - term.imag() * step.imag(),
                    term.real() * step.imag() + term.imag() * step.real()};
        }
    }
    return values;
}

}  // namespace

spectrum spectrum_of(const numeric_filter& f, bool two_sided, double shown) {
    spectrum s;
    if (f.taps.empty()) return s;
    const frequency_grid grid = grid_for(f, two_sided, shown);
    s.first = f.taps.front().index;
    s.twice_centre = twice_centre_of(f);
    const index_t shift = s.twice_centre / 2;
    const double middle = static_cast<double>(s.twice_centre) / 2;
    const auto sums = [&](const auto& weight) {
        return grid.bits <= most_transform_bits ? folded_transform(f, grid, shift, weight)
                                                : summed(f, grid, shift, weight);
    };
    const auto H = sums([](double) { return 1.0; });
    const auto D = sums([&](double t) { return t - middle; });
    double peak = 0;
    for (const auto& value : H) peak = std::max(peak, std::abs(value));
    constexpr double rounding = 1e-7;  // relative to the peak: below lie zeros and their rounding
    for (std::size_t i = 0; i < H.size(); ++i) {
        const double fraction = grid.fraction_of_nyquist(grid.first + static_cast<index_t>(i));
        const complex turned =
            H[i] * std::polar(1.0, std::numbers::pi * fraction *
                                       static_cast<double>(s.twice_centre % 2) / 2);
        s.frequency.push_back(fraction);
        s.magnitude.push_back(std::abs(H[i]));
        const bool known = std::abs(H[i]) > rounding * peak;
        const double none = std::numeric_limits<double>::quiet_NaN();
        s.phase.push_back(known ? std::arg(turned) / (2 * std::numbers::pi) : none);
        s.group_delay.push_back(known ? (D[i] / H[i]).real() : none);
    }
    return s;
}

}  // namespace noble::drawing
