// Animations of words, as self-contained SVG for light and dark pages:
//
//     write_file("moving.svg", animate(conv(q) * up(2), 4)); // the kernel slides over the input
#pragma once

#include <string>

#include "noble/boundary.hpp"
#include "noble/limit.hpp"
#include "noble/op.hpp"
#include "noble/op2d.hpp"
#include "noble/window.hpp"

namespace [[gnu::visibility("default")]] noble {

/// How an animation binds the word to samples, and how fast it goes.
struct animation_options {
    window rows = window::full;              ///< the only axis, or the first
    window cols = window::full;              ///< the second axis
    boundary row_boundary = boundary::zero;  ///< along the only axis, or the first
    boundary col_boundary = boundary::zero;  ///< along the second axis
    double step = 1;                         ///< seconds per output sample
    std::string title{};                     ///< what stands above; the word unless given
};

/// An animation of the word on n samples: for each output the taps slide to the inputs that it
/// reads (zeros that ↑ inserted and samples beyond the ends included), the output appears, and its
/// row of the matrix is lit. It loops; where motion is not wanted, or not supported, one step is
/// shown. Throws limit_error, naming the greatest n that is animated, where n is greater;
/// argument_error unless `step` is in 0.05 … 60.
std::string animate(const op& a, index_t n, const animation_options& options = {});
/// The same on an n_rows × n_cols array.
std::string animate(const op2d& a, index_t n_rows, index_t n_cols,
                    const animation_options& options = {});

}  // namespace noble
