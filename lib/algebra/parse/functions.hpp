// The named letters and functions of the language.
#pragma once

#include <string>
#include <vector>

#include "algebra/parse/value.hpp"

namespace noble::parsing {

/// Whatever starts with a name; a letter comes next.
value read_named(state& s);

/// For suggestions.
std::vector<std::string> function_names();

}  // namespace noble::parsing
