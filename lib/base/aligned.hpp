// Where workspaces and their parts begin.
#pragma once

#include <new>

#include "noble/limit.hpp"

namespace noble {

/// Workspaces begin at multiples of a vector of the widest instruction set, and so does the part of
/// each thread.
constexpr std::align_val_t memory_alignment{64};

/// `count` elements rounded up to whole vectors.
template <class T>
constexpr index_t aligned_count(index_t count) {
    constexpr index_t step = 64 / sizeof(T);
    return (count + step - 1) / step * step;
}

}  // namespace noble
