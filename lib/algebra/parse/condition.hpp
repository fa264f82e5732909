// Conditions on integer variables, and their ranges: --where 'gcd(k, m) == 1', --for k=1..16.
#pragma once

#include <string>

#include "algebra/parse/state.hpp"

namespace noble::parsing {

/// Comparisons (== != < <= > >=, chained too) of integers, combined by and, or, not (&& || !).
bool read_condition(state& s);

/// NAME=FIRST..LAST with the variables of `s`.
struct variable_range {
    std::string name;
    index_t first = 0;
    index_t last = 0;
    std::string text;  ///< `k = 1 … 16`, the bounds as written
};

variable_range read_variable_range(state& s);

}  // namespace noble::parsing
