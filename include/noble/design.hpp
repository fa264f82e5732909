// Designs of taps. Frequencies are fractions of the Nyquist frequency (1 is half the sample rate);
// results are centred: tap ⌊(T−1)/2⌋ sits at index 0.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "noble/limit.hpp"
#include "noble/sequence.hpp"

namespace [[gnu::visibility("default")]] noble {

/// The taper of a windowed design (a "window" in filter books; here that word means outputs kept).
struct taper {
    /// The shapes, as scipy.signal.windows calls them.
    enum class kind : std::uint8_t { hamming, hann, blackman, rectangular, kaiser };
    kind shape = kind::hamming;  ///< hamming is SciPy's own default for firwin
    double beta = 0;             ///< of kaiser: 0 is rectangular, 8.6 about blackman

    /// By name: "hamming", "hann", "blackman", "rectangular", "kaiser". Throws argument_error.
    static taper named(const std::string& name, double beta = 0);
};

/// T values of the symmetric taper, as scipy.signal.get_window(…, fftbins=False).
std::vector<double> taper_values(const taper& w, index_t count);

/// Windowed sinc c·sinc(c·t) of unit gain at frequency 0; the taps of
/// scipy.signal.firwin(count, cutoff). Throws argument_error unless 0 < cutoff < 1 and count ≥ 1.
sequence lowpass(double cutoff, index_t count, const taper& w = {});

/// As scipy.signal.firwin(count, cutoff, pass_zero=False): unit gain at the Nyquist frequency.
/// Throws argument_error as lowpass does, and for an even count, whose gain there is 0.
sequence highpass(double cutoff, index_t count, const taper& w = {});

/// As scipy.signal.firwin(count, [low, high], pass_zero=False): unit gain at (low + high)/2.
/// Throws argument_error unless 0 < low < high < 1 and count ≥ 1.
sequence bandpass(double low, double high, index_t count, const taper& w = {});

/// `count` ones, exactly: the kernel of repetition (after ↑) and, over count, of averaging.
sequence box(index_t count);

/// scipy.signal.windows.triang(count), exactly: [1/2 1 1/2] for 3, [1/4 3/4 3/4 1/4] for 4. After
/// ↑s, triangle(2s − 1) interpolates linearly; triangle(2s) does so between sample centres.
sequence triangle(index_t count);

}  // namespace noble
