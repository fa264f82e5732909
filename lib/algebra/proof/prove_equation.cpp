// Equations as they are written: hints point at the text.
#include <utility>

#include "algebra/parse/resampler_letters.hpp"
#include "algebra/proof/hints/near_miss_search.hpp"
#include "noble/error.hpp"
#include "noble/prove_range.hpp"

namespace noble {
namespace {

constexpr std::size_t most_letters = 64;
constexpr std::size_t longest_exchanged = 10'000;
constexpr std::size_t most_hints = 4;

any_proof decide(const equation& e) {
    return std::visit(
        [&](const auto& left) -> any_proof {
            return noble::decide(left, std::get<std::decay_t<decltype(left)>>(e.right));
        },
        e.left);
}

// The two sides as they are written, variables by their values.
struct sides {
    std::string_view left;
    std::string_view right;
    const vocabulary& words;

    [[nodiscard]] std::string with_values(std::string_view side) const {
        return noble::with_values(side, words.variables);
    }
};

sides sides_of(std::string_view text, const equation& e, const vocabulary& words) {
    const auto at = [&](const text_span& s) { return text.substr(s.begin, s.end - s.begin); };
    return {at(e.left_span), at(e.right_span), words};
}

// up and down of one factor are the same letter but for the sign of a phase.
bool changes_rate(const std::string& letter, const vocabulary& words) {
    try {
        return std::get<op>(parse_expression(letter, words)).rate() != rate{};
    } catch (const error&) {
        return true;  // the variable of a sum
    }
}

side_text put(std::string side) {
    return [side = std::move(side)](const std::string&) { return side; };
}

// The equations that hold with one letter of a side exchanged.
template <class Proposal>
void exchange_one(const std::vector<parsing::written_letter>& letters, const sides& as_written,
                  std::size_t& found, const Proposal& propose) {
    for (const auto& letter : letters) {
        if (found == most_hints) return;
        if (!changes_rate(letter.written, as_written.words)) continue;
        const std::string claim = "equal with " + letter.exchanged + " for " + letter.written;
        found += propose(claim, put(as_written.with_values(letter.text))) ? 1 : 0;
    }
}

void exchanged_letters(const sides& as_written, near_miss_search& search) {
    const auto left = parsing::resampler_letters(as_written.left);
    const auto right = parsing::resampler_letters(as_written.right);
    if (left.size() + right.size() > most_letters) return;
    std::size_t found = 0;
    exchange_one(left, as_written, found, [&](const std::string& claim, const side_text& changed) {
        return search.propose(claim, changed, put(as_written.with_values(as_written.right)));
    });
    exchange_one(right, as_written, found, [&](const std::string& claim, const side_text& changed) {
        return search.propose(claim, put(as_written.with_values(as_written.left)), changed);
    });
}

std::vector<std::string>& hints_in(any_proof& p) {
    return std::visit(
        [](auto& x) -> auto& { return x.hints; }, p);
}

void find_hints(any_proof& p, const equation& e, near_miss_search& search) {
    if (const auto* left = std::get_if<op>(&e.left)) {
        find_near_misses(*left, std::get<op>(e.right), search);
    } else if (const auto* grid = std::get_if<bank>(&e.left)) {
        hints_in(p) = prove(*grid, std::get<bank>(e.right)).hints;
    } else if (std::get<proof2d>(p).difference) {
        find_near_misses(std::get<op2d>(e.left), std::get<op2d>(e.right), search);
    }
}

}  // namespace

any_proof prove_equation(std::string_view text, const vocabulary& words) {
    const equation e = parse_equation(text, words);
    any_proof p = decide(e);
    if (holds(p)) return p;
    const sides as_written = sides_of(text, e, words);
    near_miss_search search({e.left, as_written.with_values(as_written.left)},
                            {e.right, as_written.with_values(as_written.right)}, words);
    find_hints(p, e, search);
    if (text.size() <= longest_exchanged) exchanged_letters(as_written, search);
    for (auto& hint : std::move(search).hints()) hints_in(p).push_back(std::move(hint));
    return p;
}

}  // namespace noble
