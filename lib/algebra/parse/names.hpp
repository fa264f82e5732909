// What to say about names that mean nothing.
#pragma once

#include <string>
#include <string_view>

#include "algebra/parse/state.hpp"

namespace noble::parsing {

/// "unknown name 'lowpas'; did you mean 'lowpass'?"
std::string unknown_name(const state& s, std::string_view name);
std::string unknown_variable(const state& s, std::string_view name);

}  // namespace noble::parsing
