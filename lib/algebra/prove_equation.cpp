// Equations as they are written: hints point at the text.
#include <algorithm>

#include "algebra/near_misses.hpp"
#include "algebra/parse/resampler_letters.hpp"
#include "algebra/proof_text.hpp"
#include "noble/error.hpp"
#include "noble/prove_range.hpp"

namespace noble {
namespace {

constexpr std::size_t most_letters = 64;
constexpr std::size_t longest_text = 10'000;
constexpr std::size_t most_hints = 4;

any_proof decide(const equation& e) {
    return std::visit(
        [&](const auto& left) -> any_proof {
            return noble::decide(left, std::get<std::decay_t<decltype(left)>>(e.right));
        },
        e.left);
}

// Equality of the equations that a hint tries, within the means of a hint.
class changed_equation {
 public:
    changed_equation(const equation& e, const vocabulary& words) : words_(words) {
        if (const auto* left = std::get_if<op>(&e.left)) {
            decider_.emplace(*left, std::get<op>(e.right));
        }
    }

    bool holds(const std::string& text) {
        try {
            const equation e = parse_equation(text, words_);
            if (!decider_) return noble::holds(decide(e));
            const auto* left = std::get_if<op>(&e.left);
            return left != nullptr && decider_->equal(*left, std::get<op>(e.right));
        } catch (const error&) {
            return false;  // no equation, or too large: nothing to hint at
        }
    }

 private:
    const vocabulary& words_;
    std::optional<decider> decider_;
};

std::vector<std::string> exchanged_letters(std::string_view text, const equation& e,
                                           const vocabulary& words) {
    std::vector<std::string> hints;
    if (text.size() > longest_text) return hints;
    const auto letters = parsing::resampler_letters(text);
    if (letters.size() > most_letters) return hints;
    changed_equation changed(e, words);
    for (const auto& letter : letters) {
        if (hints.size() == most_hints) break;
        if (!changed.holds(letter.text)) continue;
        hints.push_back("equal with " + letter.exchanged + " for " + letter.written +
                        " at column " + std::to_string(letter.column));
    }
    return hints;
}

std::vector<std::string>& hints_in(any_proof& p) {
    return std::visit(
        [](auto& x) -> auto& { return x.hints; }, p);
}

std::vector<std::string> hints_for(const any_proof& p, const equation& e) {
    if (const auto* left = std::get_if<op>(&e.left)) {
        return similarities(*left, std::get<op>(e.right));
    }
    if (const auto* left = std::get_if<op2d>(&e.left)) {
        const auto& right = std::get<op2d>(e.right);
        return std::get<proof2d>(p).difference ? near_misses(*left, right)
                                               : std::vector<std::string>();
    }
    return prove(std::get<bank>(e.left), std::get<bank>(e.right)).hints;
}

}  // namespace

any_proof prove_equation(std::string_view text, const vocabulary& words) {
    const equation e = parse_equation(text, words);
    any_proof p = decide(e);
    if (holds(p)) return p;
    auto& hints = hints_in(p);
    hints = hints_for(p, e);
    const auto slips = exchanged_letters(text, e, words);
    hints.insert(hints.end(), slips.begin(), slips.end());
    return p;
}

}  // namespace noble
