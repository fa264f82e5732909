// The blocks in which fast transforms run a form.
#pragma once

#include <optional>

#include "engine/signals/element.hpp"
#include "engine/taps/reach.hpp"
#include "transforms/block_size.hpp"

namespace noble::engine {

/// Blocks that share their transforms: two of real data are the real and the imaginary part of one.
template <class T>
constexpr index_t shared_blocks = words_of<T> == 1 ? 2 : 1;

/// Nothing for the zero operator, for spans and periods too long, and for taps that are too small.
template <class T>
std::optional<block_grid> blocks_of(const canonical<T>& form);

/// The same for filters of that span, whatever their taps.
template <class T>
std::optional<block_grid> blocks_of(const filter_span& span, index_t outputs, index_t inputs) {
    const auto block = choose_block(span, outputs, inputs);
    if (!block) return std::nullopt;
    return block_grid{*block, outputs, inputs, shared_blocks<T>, span};
}

/// The inputs that are transformed together with those of each output.
reach inputs_read(const block_grid& grid);

}  // namespace noble::engine
