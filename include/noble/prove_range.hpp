// Proofs of equations as they are written, and over ranges of integer variables:
//
//     prove_range("up(k) == down(k).T", {"k=1..64"}, "", standard_vocabulary())
//
// A proof over a range is one proof for each combination of values, and claims no more than that.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "noble/parse.hpp"
#include "noble/prove.hpp"

namespace [[gnu::visibility("default")]] noble {

/// Decides `left == right`. The hints build on the text as written, variables by their values.
/// Throws what parse_equation and prove throw.
any_proof prove_equation(std::string_view text, const vocabulary& words);

/// The first combination that refutes, in the order of the ranges (the last varies fastest).
struct counter_example {
    std::vector<std::pair<std::string, index_t>> values;  ///< of the variables, by name
    any_proof why;                                        ///< refuted
};

/// The answer to an equation over ranges of integers.
struct range_proof {
    std::vector<std::string> ranges;       ///< `k = 1 … 64`
    std::string condition;                 ///< as written; empty for none
    index_t proved = 0;                    ///< combinations that hold
    index_t refuted = 0;                   ///< combinations that do not
    index_t left_out = 0;                  ///< combinations that the condition excludes
    std::optional<counter_example> first;  ///< of those that do not
    std::vector<std::string> unknowns;     ///< as of the single proofs
    std::vector<std::string> unused;  ///< variables that nothing mentions: they only multiply cases

    /// Combinations that were decided.
    [[nodiscard]] index_t cases() const noexcept { return proved + refuted; }
    /// False too where there is no case at all: then nothing has been proved.
    [[nodiscard]] bool holds() const noexcept { return proved > 0 && refuted == 0; }
};

/// The most combinations that are tried.
inline constexpr index_t most_combinations = 100'000;

/// One proof for each combination of the `ranges` (`k=1..16`; bounds may use variables of ranges
/// before) for which `condition` holds: comparisons of integer expressions (+ - * % ^, gcd, lcm),
/// combined by and, or, not; empty for no condition. Throws parse_error, limit_error for more than
/// most_combinations, and argument_error for a variable with the name of an unknown tap.
range_proof prove_range(std::string_view equation, const std::vector<std::string>& ranges,
                        std::string_view condition, const vocabulary& words);

/// "proved for 64 of 64 cases: k = 1 … 64", or the count and the first counter-example.
std::string to_string(const range_proof& p);
std::ostream& operator<<(std::ostream& out, const range_proof& p);

}  // namespace noble
