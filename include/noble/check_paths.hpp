// check_paths: every way in which the engine can run a map, against the reference evaluation.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "noble/plan.hpp"

namespace [[gnu::visibility("default")]] noble {

/// One way of running a map, and its worst error in units of the bound that plans state
/// (noble/plan.hpp): passed where ≤ 1; infinite where a value is not finite and should be.
struct path_result {
    std::string element;                         ///< float32, float64, complex64 or complex128
    noble::method method = noble::method::flow;  ///< of every group where it applies
    grouping groups = grouping::fused;           ///< how the factors were grouped
    instruction_set instructions = instruction_set::plain;  ///< whose kernels ran
    int threads = 1;                                        ///< how many ran
    double error = 0;                                       ///< in units of the bound
    /// Whether the bound was kept.
    [[nodiscard]] bool passed() const noexcept { return error <= 1; }
};

/// What check_paths found, way by way.
struct paths_report {
    std::vector<path_result> results;  ///< in the order in which they ran
    /// Whether all passed.
    [[nodiscard]] bool passed() const noexcept;
};

/// A line for each way.
std::string to_string(const paths_report& report);
std::ostream& operator<<(std::ostream& out, const paths_report& report);

/// Runs `a` on random data in every element type that takes its taps, fused and (where a word has
/// several factors) as written, by every method that runs all of its words, or some group of each,
/// with the kernels of every instruction set of this machine, on 1 and on 2 threads.
/// The same `seed` gives the same data. Throws argument_error for unknown taps and for custom maps,
/// which have no bound; limit_error.
paths_report check_paths(const linear_map& a, std::uint64_t seed = 1);

}  // namespace noble
