// How a plan is to choose.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "noble/instruction_set.hpp"
#include "noble/method.hpp"

namespace [[gnu::visibility("default")]] noble {

/// `estimate` never times anything; `measure` times the candidates and takes the fastest. Either
/// prefers times that are known already (noble/wisdom.hpp) to predictions.
enum class effort { estimate, measure };

/// How the factors of a word, a chain y = F₁(F₂(…(x))), are grouped: each group is fused to one
/// kernel, and the groups run one after another.
///
/// * `cheapest`: the groups of least predicted cost
/// * `fused`: all factors as one
/// * `written`: each factor by itself
enum class grouping { cheapest, fused, written };

/// All of them.
inline constexpr std::array groupings{grouping::cheapest, grouping::fused, grouping::written};

std::string to_string(grouping g);  ///< "cheapest", "fused" or "written"

/// How to choose, where the map leaves a choice.
struct plan_options {
    noble::effort effort = noble::effort::estimate;  ///< whether times are measured
    int threads = 0;                                 ///< 0: all for long work, one for short
    std::optional<noble::method> method{};           ///< for every group where it applies
    std::optional<instruction_set> instructions{};   ///< default_instruction_set() unless given
    grouping groups = grouping::cheapest;            ///< how the factors of a word are grouped
    /// Methods and groups are chosen as for a signal without end, and so as a stream chooses them
    /// (noble/stream.hpp), whatever the number of outputs.
    bool endless = false;
};

}  // namespace noble
