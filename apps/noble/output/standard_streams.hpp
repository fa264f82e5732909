// The three descriptors that a shell hands to a program, and what may be wrong with them.
#pragma once

namespace noble::app {

/// Opens those of descriptors 0, 1 and 2 that are closed, so that no data file can take their
/// number: reading from (writing to) a descriptor that was closed stays an error.
void keep_standard_descriptors();

/// Whether standard output is a pipe that nobody reads any more.
bool output_reader_is_gone();

bool output_is_terminal();
bool error_is_terminal();

}  // namespace noble::app
