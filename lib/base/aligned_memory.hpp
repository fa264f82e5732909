// Memory that begins where kernels and transforms want it.
#pragma once

#include <algorithm>
#include <memory>
#include <new>
#include <span>
#include <utility>

#include "base/aligned.hpp"

namespace noble {

/// `count` elements, zero to begin with.
template <class T>
class aligned_memory {
 public:
    aligned_memory() = default;
    explicit aligned_memory(index_t count) : count_(count) {
        const auto bytes = static_cast<std::size_t>(count) * sizeof(T);
        elements_.reset(static_cast<T*>(::operator new(bytes, memory_alignment)));
        std::uninitialized_fill_n(elements_.get(), count, T{});
    }
    aligned_memory(const aligned_memory& other) : aligned_memory(other.count_) {
        std::copy(other.data(), other.data() + count_, data());
    }
    aligned_memory& operator=(const aligned_memory& other) {
        aligned_memory copy(other);
        std::swap(count_, copy.count_);
        std::swap(elements_, copy.elements_);
        return *this;
    }
    aligned_memory(aligned_memory&& other) noexcept = default;
    aligned_memory& operator=(aligned_memory&& other) noexcept = default;
    ~aligned_memory() = default;

    [[nodiscard]] T* data() const noexcept { return elements_.get(); }
    [[nodiscard]] index_t size() const noexcept { return count_; }
    [[nodiscard]] std::span<T> all() const {
        return {elements_.get(), static_cast<std::size_t>(count_)};
    }

 private:
    struct free {
        void operator()(void* memory) const { ::operator delete(memory, memory_alignment); }
    };
    index_t count_ = 0;
    std::unique_ptr<T[], free> elements_;
};

}  // namespace noble
