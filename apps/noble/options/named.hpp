// Errors that name the option whose text they are about.
#pragma once

#include <string>

#include "noble/error.hpp"

namespace noble::app {

/// What `read` returns; its argument_error begins with the option's name.
template <class Read>
auto named(const std::string& option, const Read& read) {
    try {
        return read();
    } catch (const argument_error& error) {
        throw argument_error(option + ": " + error.what());
    }
}

}  // namespace noble::app
