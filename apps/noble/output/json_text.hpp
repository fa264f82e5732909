// JSON as text: file names need not be UTF-8, which JSON must be.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace noble::app {

inline std::string json_text(const nlohmann::ordered_json& value) {
    return value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace noble::app
