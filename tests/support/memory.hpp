// The memory limit, for the time of a test.
#pragma once

#include <cstdint>

#include "noble/limit.hpp"

namespace noble::testing {

/// Holds a limit, and gives back the one before, whatever is thrown.
class limited_memory {
 public:
    explicit limited_memory(std::uint64_t bytes) { set_memory_limit(bytes); }
    limited_memory(const limited_memory&) = delete;
    limited_memory& operator=(const limited_memory&) = delete;
    ~limited_memory() { set_memory_limit(before_); }

 private:
    std::uint64_t before_ = memory_limit();
};

/// Runs f within a megabyte: what is sparse stays sparse, or is refused.
template <class F>
auto within_a_megabyte(const F& f) {
    const limited_memory limit(std::uint64_t{1} << 20);
    return f();
}

}  // namespace noble::testing
