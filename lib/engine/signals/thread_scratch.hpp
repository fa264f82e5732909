// Memory of one execution for several threads.
#pragma once

#include "noble/limit.hpp"

namespace noble::engine {

/// `size` elements for each of `threads` threads.
template <class T>
struct thread_scratch {
    T* data = nullptr;
    index_t size = 0;
    int threads = 1;
    [[nodiscard]] T* of(int thread) const { return data + size * thread; }
};

}  // namespace noble::engine
