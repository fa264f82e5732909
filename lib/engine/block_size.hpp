// The block of an overlap-save convolution of least cost.
#pragma once

#include <optional>

#include "engine/single_filter.hpp"

namespace noble::engine {

/// One block, in samples at the rate L times the input's: `size` of them are transformed (size/L
/// inputs, size/M outputs), of which the outputs from `skip` on are right: `outputs` of them, a
/// multiple of L. Position p is the outputs' M·n where p = M·n − start.
struct block_layout {
    index_t size = 0;
    index_t skip = 0;   ///< a multiple of M
    index_t shift = 0;  ///< the taps' place: tap t is at t − shift ≥ 0; a multiple of M
    index_t outputs = 0;
    double cost = 0;  ///< predicted nanoseconds per output for pairs of real blocks (float32)
};

/// For a filter of that span between ↑L and ↓M; nothing where no block of at most 2²⁴ samples does.
std::optional<block_layout> choose_block(const filter_span& span, index_t outputs, index_t inputs);

}  // namespace noble::engine
