// Proofs as JSON: exact values as the texts that noble reads back.
#pragma once

#include <nlohmann/json.hpp>

#include "noble/prove_map.hpp"
#include "noble/prove_range.hpp"

namespace noble::app {

nlohmann::ordered_json to_json(const any_proof& p);
nlohmann::ordered_json to_json(const range_proof& p);
nlohmann::ordered_json to_json(const map_proof& p);

}  // namespace noble::app
