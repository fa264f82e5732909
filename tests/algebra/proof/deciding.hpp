// Equations decided, and what is said of them.
#pragma once

#include <string>

#include "noble/error.hpp"
#include "noble/prove_range.hpp"
#include "support/memory.hpp"
#include "support/messages.hpp"

namespace noble::testing::deciding {

inline any_proof decided(const std::string& text) {
    return prove_equation(text, standard_vocabulary());
}
inline std::string answer(const std::string& text) { return to_string(decided(text)); }

using testing::contains;

inline const std::string for_signals = "proved for all signals";

/// Holds, decided within 64 MiB.
inline bool holds_frugally(const std::string& text) {
    const limited_memory limit(std::uint64_t{64} << 20);
    return holds(decided(text));
}

}  // namespace noble::testing::deciding
