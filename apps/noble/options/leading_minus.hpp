// Expressions and values may begin with a minus sign: noble matrix '-down(2)' -n 4 --window -3:10
#pragma once

#include <string>
#include <vector>

#include "options/command.hpp"

namespace noble::app {

/// The arguments in an order that no parser can misread: the options that the command knows, each
/// with its value as a word of its own, then `--`, then the rest.
///
/// What begins with a minus sign and is no option is an expression, unless it can only be a
/// misspelt option (`--widnow`, `-z`). Throws argument_error for these, for a
/// missing value and for more words than it takes.
std::vector<std::string> options_first(const command& a, const std::vector<std::string>& args);

}  // namespace noble::app
