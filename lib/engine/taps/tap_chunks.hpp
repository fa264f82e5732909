// The taps of a periodic word, cut into chunks of neighbouring offsets. A chunk reads a short
// interval of the signal wherever it lies, so that echoes far apart cost what their taps cost; and
// sums of at most a few hundred taps, added up, lose less to rounding than one long sum.
#pragma once

#include <vector>

#include "engine/signals/element.hpp"
#include "engine/taps/tap_program.hpp"
#include "noble/canonical.hpp"

namespace noble::engine {

/// The taps of one output row r within a chunk; a complex tap is two real ones.
template <class Real>
struct row_taps {
    index_t row = 0;
    tap_program<Real> re;
    tap_program<Real> im;
};

/// Offsets first … last; those of the taps are counted from `first`.
template <class Real>
struct tap_chunk {
    index_t first = 0;
    index_t last = 0;
    std::vector<row_taps<Real>> rows;
    [[nodiscard]] index_t span() const { return last - first + 1; }
};

/// In a chunk: at most this many taps to a row, and offsets within this span.
constexpr index_t most_chunk_taps = 512;
constexpr index_t most_chunk_span = 4096;

/// The chunks of a form, by ascending offset; their taps bundled `spacing` apart (bundle_taps).
template <class T>
std::vector<tap_chunk<real_of<T>>> chunks_of(const canonical<T>& form, index_t spacing);

/// The greatest span of a chunk; 0 where there is none.
template <class Real>
index_t widest(const std::vector<tap_chunk<Real>>& chunks);

template <class Real>
bool has_complex_taps(const std::vector<tap_chunk<Real>>& chunks);

}  // namespace noble::engine
