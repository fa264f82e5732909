// The memory limit, for the time of a test.
#pragma once

#include <cstdint>

#include "noble/limit.hpp"

namespace noble::testing {

/// Runs f within a megabyte: what is sparse stays sparse, or is refused.
template <class F>
auto within_a_megabyte(const F& f) {
    constexpr std::uint64_t megabyte = std::uint64_t{1} << 20;
    const auto before = memory_limit();
    set_memory_limit(megabyte);
    auto result = f();
    set_memory_limit(before);
    return result;
}

}  // namespace noble::testing
