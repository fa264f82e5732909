#include "plot/spectrum.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>

namespace noble::drawing {
namespace {

using complex = std::complex<double>;

// In place, N a power of two: bit reversal, then butterflies with every twiddle computed on its own
// (Cooley and Tukey, 1965).
void transform(std::vector<complex>& x) {
    const std::size_t n = x.size();
    for (std::size_t i = 1, j = 0; i < n; ++i) {
        std::size_t bit = n / 2;
        for (; (j & bit) != 0; bit /= 2) j ^= bit;
        j ^= bit;
        if (i < j) std::swap(x[i], x[j]);
    }
    std::vector<complex> twiddle(n / 2);
    for (std::size_t k = 0; k < n / 2; ++k) {
        twiddle[k] = std::polar(
            1.0, -2 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(n));
    }
    for (std::size_t half = 1; half < n; half *= 2) {
        for (std::size_t block = 0; block < n; block += 2 * half) {
            for (std::size_t k = 0; k < half; ++k) {
                const complex odd = twiddle[k * (n / 2 / half)] * x[block + half + k];
                x[block + half + k] = x[block + k] - odd;
                x[block + k] += odd;
            }
        }
    }
}

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

std::size_t points_for(const numeric_filter& f) {
    constexpr double least = 4096;
    constexpr double most = 1 << 20;
    const double span = after(f.taps.front().index, f.taps.back().index) + 1;
    return std::bit_ceil(static_cast<std::size_t>(std::clamp(16 * span, least, most)));
}

// Σ weight(t)·h[t]·e^{−2πik(t − shift)/N} for all k, with t counted from the first tap.
template <class Weight>
std::vector<complex> folded_transform(const numeric_filter& f, std::size_t n, index_t shift,
                                      const Weight& weight) {
    std::vector<complex> x(n);
    const std::uint64_t mask = n - 1;
    for (const auto& t : f.taps) {
        const std::uint64_t from_first =
            static_cast<std::uint64_t>(t.index) - static_cast<std::uint64_t>(f.taps.front().index);
        x[(from_first - static_cast<std::uint64_t>(shift)) & mask] +=
            weight(static_cast<double>(from_first)) * t.value;
    }
    transform(x);
    return x;
}

}  // namespace

spectrum spectrum_of(const numeric_filter& f, bool two_sided) {
    spectrum s;
    if (f.taps.empty()) return s;
    const std::size_t n = points_for(f);
    s.first = f.taps.front().index;
    s.twice_centre = twice_centre_of(f);
    const index_t shift = s.twice_centre / 2;
    const double middle = static_cast<double>(s.twice_centre) / 2;
    const auto H = folded_transform(f, n, shift, [](double) { return 1.0; });
    const auto D = folded_transform(f, n, shift, [&](double t) { return t - middle; });
    double peak = 0;
    for (const auto& value : H) peak = std::max(peak, std::abs(value));
    constexpr double rounding = 1e-7;  // relative to the peak: below lie zeros and their rounding
    const auto half = static_cast<std::ptrdiff_t>(n / 2);
    for (std::ptrdiff_t k = two_sided ? -half : 0; k <= half; ++k) {
        const auto i = static_cast<std::size_t>(k < 0 ? k + 2 * half : k);
        const double fraction = static_cast<double>(k) / static_cast<double>(half);
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
