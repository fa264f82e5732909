// The program without its process: arguments in, text and an exit status out.
#pragma once

#include <string>
#include <vector>

#include "output/streams.hpp"

namespace noble::app {

/// Runs `noble ARGS…`. Returns the exit status; throws what the verbs throw.
int run(const std::vector<std::string>& args, const streams& s);

}  // namespace noble::app
