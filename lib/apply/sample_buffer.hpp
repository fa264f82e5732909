// Samples that grow in number; memory is kept, and not cleared.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "noble/limit.hpp"

namespace noble::files {

template <class T>
class sample_buffer {
 public:
    void clear() { size_ = 0; }
    /// Place for `count` more. Throws limit_error.
    std::span<T> append(index_t count) {
        require_memory(count, sizeof(T), outputs);
        const std::size_t at = size_;
        const std::size_t size = at + static_cast<std::size_t>(count);
        if (memory_.size() < size) {
            require_memory(static_cast<index_t>(size), sizeof(T), outputs);
            memory_.resize(size);
        }
        size_ = size;
        return std::span(memory_).subspan(at, size - at);
    }
    std::span<const T> all() const { return std::span(memory_).first(size_); }

 private:
    static constexpr const char* outputs = "the outputs of a block";
    std::vector<T> memory_;
    std::size_t size_ = 0;
};

}  // namespace noble::files
