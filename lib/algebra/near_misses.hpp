// The parts of near misses, and what they may cost.
#pragma once

#include <string>
#include <vector>

#include "algebra/proof_cost.hpp"
#include "noble/op.hpp"

namespace noble {

/// Decides equality as long as that takes no more in all than a few proofs of a == b.
class decider {
 public:
    decider(const op& a, const op& b);
    bool equal(const op& a, const op& b);

 private:
    double budget_ = 0;
};

/// The near misses of words of one rate, but for an exchange of up and down.
std::vector<std::string> similarities(const op& a, const op& b);

}  // namespace noble
