// The search for near misses: equations like the refuted one, each proved before it is shown.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "algebra/parse/written.hpp"
#include "algebra/proof/decision/proof_cost.hpp"
#include "noble/parse.hpp"

namespace noble {

/// Decides equality as long as that takes no more in all than a few proofs of a == b.
class decider {
 public:
    decider(const expression& a, const expression& b);
    bool equal(const expression& a, const expression& b);
    /// Sets aside the cost of the canonical forms of both; false where that is too much.
    bool afford(const expression& a, const expression& b);

 private:
    double budget_ = 0;
};

/// The text of a side made of that of the given one: `delay(2) * (A + B)`.
using side_text = std::function<std::string(const std::string&)>;
std::string unchanged(const std::string& text);
/// A side that is another word altogether.
template <class Word>
side_text replaced_by(const Word& word) {
    return [text = to_string(word)](const std::string&) { return text; };
}

class near_miss_search {
 public:
    near_miss_search(written<expression> left, written<expression> right, const vocabulary& words);

    /// Adds the hint "claim: EQUATION" if the equation reads and holds. It is built from the sides
    /// as they are written, or, where that does not read (a name that the other side declares),
    /// as they print.
    bool propose(const std::string& claim, const side_text& left, const side_text& right);

    [[nodiscard]] decider& means() { return decider_; }
    [[nodiscard]] std::vector<std::string> hints() && { return std::move(hints_); }

 private:
    bool holds(const std::string& equation);
    void show(const std::string& claim, const std::string& equation);

    written<expression> left_;
    written<expression> right_;
    const vocabulary& words_;
    decider decider_;
    std::vector<std::string> hints_;
};

/// The near misses of two words of one kind but for exchanges of ↑ and ↓, which need the text.
void find_near_misses(const op& a, const op& b, near_miss_search& search);
void find_near_misses(const op2d& a, const op2d& b, near_miss_search& search);

}  // namespace noble
