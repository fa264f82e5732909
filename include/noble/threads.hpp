// How many threads long work takes where nothing else is said.
#pragma once

namespace [[gnu::visibility("default")]] noble {

/// What set_thread_count said; else the environment variable NOBLE_NUM_THREADS; else one for each
/// core. Throws argument_error where NOBLE_NUM_THREADS is no count.
int thread_count();

/// Sets it for the whole process, 1 or more; 0 takes that back. Throws argument_error below 0. Safe
/// to call from any thread. No result depends on it.
void set_thread_count(int count);

}  // namespace noble
