// Sample types of files by name.
#pragma once

#include <string>

#include "noble/signal_file.hpp"

namespace noble::app {

/// "int16", "int24", "float32", … Throws argument_error, listing them.
sample_type sample_type_from(const std::string& name);

}  // namespace noble::app
