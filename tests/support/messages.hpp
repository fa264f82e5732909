// What was thrown, in words, and what words hold.
#pragma once

#include <string>
#include <string_view>

namespace noble::testing {

/// What `call` throws as an `Error`, in words; empty if it throws nothing. Other types pass.
template <class Error, class Call>
std::string message_of(Call call) {
    try {
        call();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

inline bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace noble::testing
