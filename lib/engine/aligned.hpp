// Memory that begins where vectors do.
#pragma once

#include <memory>
#include <new>

#include "noble/limit.hpp"

namespace noble::engine {

/// Workspaces begin at multiples of a vector of the widest instruction set, and so does the part of
/// each thread.
constexpr std::align_val_t alignment{64};

/// `count` elements rounded up to whole vectors.
template <class T>
constexpr index_t aligned_count(index_t count) {
    constexpr index_t step = 64 / sizeof(T);
    return (count + step - 1) / step * step;
}

struct aligned_delete {
    void operator()(void* memory) const { ::operator delete(memory, alignment); }
};

template <class T>
using aligned_array = std::unique_ptr<T[], aligned_delete>;

/// `count` zeros. Whole vectors are taken; the caller has checked that they fit the memory limit.
template <class T>
aligned_array<T> make_aligned(index_t count) {
    const auto elements = static_cast<std::size_t>(aligned_count<T>(count));
    aligned_array<T> array(static_cast<T*>(::operator new(elements * sizeof(T), alignment)));
    std::uninitialized_fill_n(array.get(), elements, T{});
    return array;
}

}  // namespace noble::engine
