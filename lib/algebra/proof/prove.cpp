#include "noble/prove.hpp"

namespace noble {

proof prove(const op& a, const op& b) {
    proof p = decide(a, b);
    if (!p.holds()) p.hints = near_misses(a, b);
    return p;
}

proof2d prove(const op2d& a, const op2d& b) {
    proof2d p = decide(a, b);
    if (p.difference) p.hints = near_misses(a, b);
    return p;
}

bank_proof prove(const bank& a, const bank& b) {
    bank_proof p = decide(a, b);
    if (!p.difference) return p;
    auto& entry = *p.difference;
    entry.words.hints =
        near_misses(a.at(entry.output, entry.input), b.at(entry.output, entry.input));
    for (const auto& hint : entry.words.hints) p.hints.push_back("this entry is " + hint);
    return p;
}

}  // namespace noble
