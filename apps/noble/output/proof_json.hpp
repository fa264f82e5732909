// Proofs as JSON: exact values as the texts that noble reads back.
#pragma once

#include "noble/prove_map.hpp"
#include "noble/prove_range.hpp"
#include "output/json.hpp"

namespace noble::app {

json to_json(const any_proof& p);
json to_json(const range_proof& p);
json to_json(const map_proof& p);

}  // namespace noble::app
