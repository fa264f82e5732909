// The blocks of an overlap-save convolution of least cost.
//
// A word of period (L, M) is L·M filters at the rate of its periods: with x_m[j] = x[M·j + m] and
// the offset M·w + m written as tap w of the filter (r, m),
//
//     y[L·j + r] = Σ_m Σ_w c_r[M·w + m]·x_m[j + w],
//
// so that its blocks take M transforms forward and L back, all of them at the low rate.
#pragma once

#include <optional>

#include "noble/canonical.hpp"
#include "noble/window.hpp"

namespace noble {

/// All of a form's taps have first ≤ w ≤ last.
struct filter_span {
    index_t first = 0;
    index_t last = 0;
    [[nodiscard]] index_t length() const { return last - first + 1; }
};

/// Nothing for the zero operator.
template <class T>
std::optional<filter_span> span_of_filters(const canonical<T>& form);

/// One block: of the `points` periods that are transformed, the outputs of the first `periods` are
/// right.
struct block_layout {
    index_t points = 0;  ///< a power of two
    index_t periods = 0;
    double cost = 0;  ///< predicted nanoseconds per output for pairs of real blocks (float32)
};

/// Nothing where no block of reasonable size does.
std::optional<block_layout> choose_block(const filter_span& span, index_t outputs, index_t inputs);

/// The grid that such blocks make, absolute in the outputs' index: tiles of `blocks` consecutive
/// blocks that share their transforms.
struct block_grid {
    block_layout block;
    index_t outputs = 1;  ///< the period (L, M)
    index_t inputs = 1;
    index_t blocks = 1;
    filter_span span;  ///< of w

    /// Outputs of a tile.
    [[nodiscard]] index_t tile() const { return blocks * block.periods * outputs; }
    /// Inputs from a block to the next one.
    [[nodiscard]] index_t step() const { return block.periods * inputs; }
    /// Inputs of a tile: those of the last block, and the steps to it.
    [[nodiscard]] index_t tile_inputs() const {
        return block.points * inputs + (blocks - 1) * step();
    }
    [[nodiscard]] index_t first_input(index_t number) const {
        return inputs * (blocks * block.periods * number + span.first);
    }
    /// The inputs that are transformed together with those of output n.
    [[nodiscard]] interval transformed(index_t n) const;
};

}  // namespace noble
