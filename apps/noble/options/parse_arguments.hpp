// What was typed, handed to the parameters of a command.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "options/command.hpp"

namespace noble::app {

/// Calls the readers of the parameters that are given, in the order of their declaration. Returns
/// the help where it is asked for. Throws argument_error, and what the readers throw.
std::optional<std::string> parse_arguments(const command& a, const std::vector<std::string>& args);

}  // namespace noble::app
