// The block of an overlap-save convolution of least cost.
#pragma once

#include <optional>

#include "engine/reach.hpp"
#include "engine/single_filter.hpp"
#include "noble/window.hpp"

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

/// The grid that such blocks make, absolute in the outputs' index: groups of `blocks` consecutive
/// blocks that share a transform.
struct block_grid {
    block_layout block;
    index_t outputs = 1;  ///< the period (L, M)
    index_t inputs = 1;
    index_t blocks = 1;

    /// Outputs of a group.
    [[nodiscard]] index_t tile() const { return blocks * block.outputs; }
    /// Inputs from a block to the next one.
    [[nodiscard]] index_t step() const { return block.outputs / outputs * inputs; }
    /// Inputs of a group: those of the last block, and the steps to it.
    [[nodiscard]] index_t group_inputs() const {
        return block.size / outputs + (blocks - 1) * step();
    }
    [[nodiscard]] index_t first_input(index_t group) const {
        return (inputs * tile() * group - block.skip - block.shift) / outputs;
    }
    /// The inputs that are transformed together with those of output n.
    [[nodiscard]] interval transformed(index_t n) const;
    /// The same for all outputs.
    [[nodiscard]] reach inputs_read() const;
};

}  // namespace noble::engine
