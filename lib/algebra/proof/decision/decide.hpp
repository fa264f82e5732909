// The one procedure by which words of any kind are decided, once their rates agree.
#pragma once

#include "algebra/proof/decision/proof_cost.hpp"
#include "noble/proof.hpp"

namespace noble {

/// Whether n comes before best in the order 0, 1, −1, 2, −2, …
inline bool is_nearer(index_t n, index_t best) {
    const index_t distance = n < 0 ? -n : n;
    const index_t least = best < 0 ? -best : best;
    return distance != least ? distance < least : n > best;
}

/// Fills in the answer and the difference of a proof whose unknowns are known. The two functions
/// find the difference in numbers, and in polynomials of the unknown taps.
template <class Proof, class Word, class Exactly, class ForAllTaps>
void decide_same_rate(Proof& p, const Word& a, const Word& b, const Exactly& exactly,
                      const ForAllTaps& for_all_taps) {
    const bool numeric = p.unknowns.empty();
    if (!same_word(a, b)) {
        require_feasible(cost_of(a, b));
        p.difference = numeric ? exactly(a, b) : for_all_taps(a, b);
    }
    if (!p.difference) {
        p.answer = numeric ? verdict::proved_for_all_signals : verdict::proved_for_all_taps;
    }
}

}  // namespace noble
