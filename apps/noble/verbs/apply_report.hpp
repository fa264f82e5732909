// What noble apply says of its output: warnings, and --json.
#pragma once

#include "output/streams.hpp"
#include "verbs/apply_arguments.hpp"

namespace noble::app {

void report_apply(const apply_arguments& arguments, const apply_report& report, const streams& s);

}  // namespace noble::app
