// Windowed-sinc filters as scipy.signal.firwin designs them: the ideal band's impulse response
// times a taper, scaled to unit gain at one frequency.
#include <cmath>
#include <numbers>

#include "noble/design.hpp"
#include "noble/error.hpp"

namespace noble {
namespace {

struct band {
    double low;
    double high;
    double unit;  // where the gain is 1
};

void require_taps(const char* name, index_t count) {
    if (count < 1) {
        throw argument_error(std::string(name) + " with " + std::to_string(count) +
                             " taps; at least 1 is needed");
    }
    constexpr std::uint64_t bytes_per_tap = 400;  // two copies, on the way
    require_memory(count, bytes_per_tap, std::string(name) + " taps");
}

void require_frequency(const char* name, double f) {
    if (f > 0 && f < 1) return;
    throw argument_error(std::string(name) + " at " + std::to_string(f) +
                         "; a cutoff is a fraction of Nyquist, between 0 and 1");
}

// high·sinc(high·t) − low·sinc(low·t), sinc(x) = sin(πx)/(πx)
double ideal(const band& b, double t) {
    if (t == 0) return b.high - b.low;
    const double x = std::numbers::pi * t;
    return (std::sin(b.high * x) - std::sin(b.low * x)) / x;
}

// Each tap and its mirror image are one value, so that the kernel is exactly symmetric.
sequence windowed_sinc(const band& b, index_t count, const taper& w) {
    std::vector<double> taps = taper_values(w, count);
    const double centre = static_cast<double>(count - 1) / 2;
    const std::size_t half = (taps.size() + 1) / 2;
    double gain = 0;
    for (std::size_t i = 0; i < half; ++i) {
        const double t = static_cast<double>(i) - centre;
        const std::size_t mirror = taps.size() - 1 - i;
        taps[i] *= ideal(b, t);
        taps[mirror] = taps[i];
        const double share = taps[i] * std::cos(std::numbers::pi * t * b.unit);
        gain += mirror == i ? share : 2 * share;
    }
    for (auto& tap : taps) tap /= gain;
    return sequence(std::span<const double>(taps)).centred();
}

}  // namespace

sequence lowpass(double cutoff, index_t count, const taper& w) {
    require_frequency("lowpass", cutoff);
    require_taps("lowpass", count);
    return windowed_sinc({0, cutoff, 0}, count, w);
}

sequence highpass(double cutoff, index_t count, const taper& w) {
    require_frequency("highpass", cutoff);
    require_taps("highpass", count);
    if (count % 2 == 0) {
        throw argument_error("highpass with " + std::to_string(count) +
                             " taps: an even number has gain 0 at Nyquist; use an odd one");
    }
    return windowed_sinc({cutoff, 1, 1}, count, w);
}

sequence bandpass(double low, double high, index_t count, const taper& w) {
    require_frequency("bandpass", low);
    require_frequency("bandpass", high);
    require_taps("bandpass", count);
    if (!(low < high)) {
        throw argument_error("bandpass from " + std::to_string(low) + " to " +
                             std::to_string(high) + "; the band must begin below its end");
    }
    return windowed_sinc({low, high, (low + high) / 2}, count, w);
}

}  // namespace noble
