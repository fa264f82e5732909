#include "algebra/proof/decision/proof_cost.hpp"
#include "algebra/proof/decision/proof_text.hpp"
#include "noble/proof.hpp"

namespace noble {

proof_cost cost_of(const bank& a, const bank& b) {
    proof_cost total;
    if (a.outputs() != b.outputs() || a.inputs() != b.inputs()) return total;
    for (index_t i = 0; i < a.outputs(); ++i) {
        for (index_t j = 0; j < a.inputs(); ++j) total.then(cost_of(a.at(i, j), b.at(i, j)));
    }
    return total;
}

bank_proof decide(const bank& a, const bank& b) {
    bank_proof p;
    p.left_shape = {a.outputs(), a.inputs()};
    p.right_shape = {b.outputs(), b.inputs()};
    for (const auto* side : {&a, &b}) {
        for (const auto& word : side->words()) add_unknowns(word, p.unknowns);
    }
    if (p.left_shape != p.right_shape) return p;
    require_feasible(cost_of(a, b));
    for (index_t i = 0; i < a.outputs(); ++i) {
        for (index_t j = 0; j < a.inputs(); ++j) {
            proof entry = decide(a.at(i, j), b.at(i, j));
            if (entry.holds()) continue;
            ++p.entries_that_differ;
            if (!p.difference) p.difference = bank_entry{i, j, std::move(entry)};
        }
    }
    if (p.entries_that_differ > 0) return p;
    p.answer = p.unknowns.empty() ? verdict::proved_for_all_signals : verdict::proved_for_all_taps;
    return p;
}

}  // namespace noble
