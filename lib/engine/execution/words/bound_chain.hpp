// A chain of groups on n samples, and the window of outputs that are wanted of it.
#pragma once

#include <memory>

#include "engine/execution/chain.hpp"
#include "noble/linear_map.hpp"

namespace noble::engine {

/// Tiles of a window, on a grid that is absolute in the outputs' index.
struct tile_grid {
    interval window;
    index_t first = 0;  ///< where the first tile begins
    index_t size = 0;
    index_t count = 0;

    [[nodiscard]] interval tile(index_t i) const;
};

template <class T>
struct bound_chain {
    index_t n;         ///< samples in
    interval window;   ///< outputs, those of the array
    boundary outside;  ///< of the input
    std::unique_ptr<const chain<T>> groups;

    /// For a word that is not transposed. Appends what was decided to `report`.
    bound_chain(const map_node::bound_word& a, const std::vector<fused_group<T>>& fused,
                const plan_options& options, plan_report& report);

    /// Throws what reading the inputs, and others up to `overreach` beyond, would throw.
    void require_inputs(index_t overreach) const;
    [[nodiscard]] extended_input<T> input(const T* x, index_t stride) const {
        return {x, n, stride, outside};
    }
    /// Tiles of `size` outputs, at multiples of `grain`.
    [[nodiscard]] tile_grid tiles_of(index_t size, index_t grain) const;

    /// Scratch memory of a thread, part by part, and all of it.
    struct parts {
        thread_scratch<T> runners;
        T* pass;
        T* values;  ///< outputs that cannot be written in place
    };
    [[nodiscard]] parts parts_of(T* scratch) const;
    [[nodiscard]] index_t scratch() const;
};

/// Throws what extending n samples to `samples` would throw.
void require_extension(boundary b, index_t n, const interval& samples);

}  // namespace noble::engine
