// What the output will be, as far as it is known before any work.
#pragma once

#include <string>

#include "apply/acting.hpp"
#include "noble/apply_file.hpp"

namespace noble::files {

/// The given rate, else the input's (Hz), scaled by the word's. Throws rate_error for a bank whose
/// outputs have different rates.
std::optional<double> output_rate(const expression& word, const signal_header& in, const acting& at,
                                  const apply_options& options);

/// Throws argument_error where the output `path` cannot hold what `out` says.
void require_writable(const signal_header& out, const std::string& path,
                      const apply_options& options);

}  // namespace noble::files
