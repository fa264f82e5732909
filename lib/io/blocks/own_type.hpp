// Formats that store what samples are: any other type would be a conversion.
#pragma once

#include "io/blocks/format_entry.hpp"

namespace noble::io {

/// Throws argument_error if another type than the signal's own is asked for.
void require_own_type(const output_request& output, const format_entry& entry);

}  // namespace noble::io
