// How a plan or a stream is to be planned, as Python says it.
#pragma once

#include <optional>
#include <string>

#include "noble/plan.hpp"

namespace noble::python {

/// Throws argument_error, naming what there is, for names that are not.
plan_options plan_options_from(const std::string& effort, int threads,
                               const std::optional<std::string>& method,
                               const std::optional<std::string>& instruction_set,
                               const std::string& groups);

}  // namespace noble::python
