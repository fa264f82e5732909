// Which instructions kernels are built for, and which of them this machine has.
#pragma once

#include <span>
#include <string>

namespace [[gnu::visibility("default")]] noble {

/// The instruction sets that kernels are built for; `plain` is portable C++.
enum class instruction_set { plain, sse2, avx2, avx512 };

std::string to_string(instruction_set set);  ///< "plain", "sse2", "avx2" or "avx512"
/// Those that this machine has, the best last.
std::span<const instruction_set> instruction_sets();
/// The best one, or what the environment variable NOBLE_INSTRUCTION_SET names (plain, sse2, avx2
/// or avx512). Throws argument_error for a name that is unknown or not this machine's.
instruction_set default_instruction_set();

}  // namespace noble
