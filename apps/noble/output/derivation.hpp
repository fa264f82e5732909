// Derivations as JSON: the words on the way, each with the law that leads to it.
#pragma once

#include "noble/explain.hpp"
#include "output/json.hpp"

namespace noble::app {

inline json to_json(const op& start, const derivation& steps) {
    auto list = json::array({json{{"word", to_string(start)}}});
    for (const auto& step : steps) {
        list.push_back({{"word", to_string(step.after)}, {"law", step.law}});
    }
    return list;
}

}  // namespace noble::app
