// laws: the identities of multirate signal processing, as data.
//
// A law states its formula in the expression language, with its integer parameters as variables, so
// what the table says is what is proved: `at` reads the formula for given values, `prove_law`
// decides it by the canonical form for every value in the parameters' ranges.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "noble/limit.hpp"
#include "noble/op.hpp"

namespace [[gnu::visibility("default")]] noble {

/// A value for each integer parameter of a law.
using law_values = std::map<std::string, index_t>;

/// What the parameters must satisfy.
struct law_condition {
    std::string text;            ///< as `--where` takes it: `gcd(a,b) == 1`
    law_values counter_example;  ///< outside the condition, where the two sides differ
};

/// What a rewrite is tried for.
enum class rewrite_purpose : std::uint8_t {
    search,  ///< words one law away, in either direction: simplify and explain
    phases,  ///< the polyphase form Σ ↑(L, r)·conv(q)·↓(M, m), each law in one direction: explain
    any,  ///< both
};

/// A law, or an instance of it, read in one direction. Rewrites are tried by place: first letters
/// are left out (from 10 on) and joined (20), then numbers and delays move (30), ↓ and ↑ join (40),
/// filters go to the lower rate (50), letters pass one another (60), letters become sums (70), and
/// sums change (80). A place belongs to one law.
struct law_rewrite {
    int place = 0;                                   ///< in the one order of all rewrites
    rewrite_purpose purpose = rewrite_purpose::any;  ///< who tries it
    std::size_t width = 1;  ///< adjacent factors that are replaced; 1: a letter, or a sum
    /// The words that may stand in their place; none where the pattern does not fit.
    std::function<std::vector<op>(std::span<const op>)> apply;
};

/// An identity of multirate signal processing, for all values of its parameters in their ranges.
struct law {
    std::string name;     ///< `noble-down`
    std::string says;     ///< one sentence
    std::string formula;  ///< `conv(q:m@i) * down(k, p) == down(k, p) * conv(up(k)(q))`
    std::string source;   ///< where a textbook has it
    /// The parameters, each with the range that the proof covers: `k=1..4`
    std::vector<std::string> ranges{};
    std::optional<law_condition> condition{};  ///< on the parameters, where it needs one
    law_values example{};                      ///< a small worked instance
    /// How simplify and explain use it.
    std::vector<law_rewrite> rewrites{};
};

/// Laws under one heading: `Noble identities`.
struct law_group {
    std::string title;      ///< the heading
    std::vector<law> laws;  ///< in reading order
};

/// All laws, grouped in reading order.
const std::vector<law_group>& law_groups();

/// The law of that name; nullptr where there is none.
const law* find_law(std::string_view name);

/// The names most like `name`, best first; none where nothing is near.
std::vector<std::string> similar_laws(std::string_view name);

/// Both sides of a law.
struct law_sides {
    op left;   ///< before ==
    op right;  ///< after ==
};

/// The sides for these values, whether the condition holds or not. Throws parse_error where a
/// parameter is missing or the formula makes no sense for the values.
law_sides at(const law& a, const law_values& values);

/// The formula with the values in place of the parameters: `up(2, 1).T == down(2, 1)`.
std::string written_out(const law& a, const law_values& values);

/// What the canonical form says of a law over its ranges; with no parameters it is one case.
struct law_proof {
    bool holds = false;  ///< in all cases
    index_t cases = 0;   ///< combinations of values
    std::string text;    ///< what the proof command prints
};
/// Decides every case of the law's ranges. Throws what prove throws.
law_proof prove_law(const law& a);

/// `noble prove 'FORMULA' --for k=1..4 --where 'CONDITION'`
std::string proof_command(const law& a);

}  // namespace noble
