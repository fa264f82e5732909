// JSON as it is printed: members in the order in which they were set.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace noble::app {

using json = nlohmann::ordered_json;

/// One line. What is not UTF-8, as names of files need not be, becomes U+FFFD.
inline std::string json_text(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace noble::app
