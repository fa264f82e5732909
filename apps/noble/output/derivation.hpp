// Derivations as JSON: the words on the way, each with the law that leads to it.
#pragma once

#include "noble/explain.hpp"
#include "output/json_text.hpp"

namespace noble::app {

inline nlohmann::ordered_json to_json(const op& start, const derivation& steps) {
    auto list = nlohmann::ordered_json::array({{{"word", to_string(start)}}});
    for (const auto& step : steps) {
        list.push_back({{"word", to_string(step.after)}, {"law", step.law}});
    }
    return list;
}

}  // namespace noble::app
