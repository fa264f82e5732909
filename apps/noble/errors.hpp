// Exit statuses, and which error ends with which.
#pragma once

#include <exception>
#include <string>

namespace noble::app {

namespace exit_status {

inline constexpr int done = 0;
inline constexpr int failed = 1;     ///< `check`: a test failed; `prove`: refuted
inline constexpr int usage = 2;      ///< arguments and expressions
inline constexpr int file = 3;       ///< files and formats
inline constexpr int size = 4;       ///< a refused size
inline constexpr int internal = 70;  ///< a mistake in noble itself

}  // namespace exit_status

/// What to say about an error: one line, three for expressions that do not parse.
struct failure {
    int status;
    std::string message;
};

failure failure_of(const std::exception& error);

}  // namespace noble::app
