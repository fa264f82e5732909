// What noble apply says of its output: warnings, and --json.
#pragma once

#include "noble/signal_writer.hpp"
#include "output/streams.hpp"
#include "verbs/apply_options.hpp"

namespace noble::app {

/// `signal` is what was asked to be written, with the input's sample type; its shape is known.
void report_apply(const apply_options& options, const write_report& report,
                  const signal_header& signal, const streams& s);

}  // namespace noble::app
