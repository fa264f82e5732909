// errno, in words.
#pragma once

#include <string>
#include <system_error>

namespace noble::io {

inline std::string errno_text(int error_number) {
    return std::generic_category().message(error_number);
}

}  // namespace noble::io
