// Equations as they are written: hints point at the text.
#include <utility>

#include "algebra/parse/resampler_letters.hpp"
#include "algebra/proof/hints/near_miss_search.hpp"
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

std::string trimmed(std::string_view text) {
    constexpr std::string_view spaces = " \t\r\n";
    const auto first = text.find_first_not_of(spaces);
    return std::string(text.substr(first, text.find_last_not_of(spaces) - first + 1));
}

// The two sides as they are written, variables by their values. A quoted name may hold "==".
std::pair<std::string, std::string> sides_of(std::string_view text, const vocabulary& words) {
    bool quoted = false;
    std::size_t sign = 0;
    for (; quoted || !text.substr(sign).starts_with("=="); ++sign) {
        if (text[sign] == '"') quoted = !quoted;
        if (quoted && text[sign] == '\\') ++sign;
    }
    return {with_values(trimmed(text.substr(0, sign)), words.variables),
            with_values(trimmed(text.substr(sign + 2)), words.variables)};
}

// up and down of one factor are the same letter but for the sign of a phase.
bool changes_rate(const std::string& letter, const vocabulary& words) {
    try {
        return std::get<op>(parse_expression(letter, words)).rate() != rate{};
    } catch (const error&) {
        return true;  // the variable of a sum
    }
}

void exchanged_letters(std::string_view text, const vocabulary& words, near_miss_search& search) {
    if (text.size() > longest_text) return;
    const auto letters = parsing::resampler_letters(text);
    if (letters.size() > most_letters) return;
    std::size_t found = 0;
    for (const auto& letter : letters) {
        if (found == most_hints) return;
        if (!changes_rate(letter.written, words)) continue;
        const auto [left, right] = sides_of(letter.text, words);
        const auto put = [](const std::string& side) {
            return [side](const std::string&) { return side; };
        };
        found += search.propose("equal with " + letter.exchanged + " for " + letter.written,
                                put(left), put(right))
                     ? 1
                     : 0;
    }
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
    const auto [left, right] = sides_of(text, words);
    near_miss_search search({e.left, left}, {e.right, right}, words);
    find_hints(p, e, search);
    exchanged_letters(text, words, search);
    for (auto& hint : std::move(search).hints()) hints_in(p).push_back(std::move(hint));
    return p;
}

}  // namespace noble
