#include "algebra/proof/hints/near_miss_search.hpp"

#include <algorithm>

#include "noble/error.hpp"
#include "noble/proof.hpp"

namespace noble {
namespace {

constexpr std::size_t longest_equation = 2'000;
constexpr std::size_t longest_text = 100'000;

std::vector<op> words_of(const op& a) { return {a}; }
std::vector<op> words_of(const bank& a) { return a.words(); }
std::vector<op> words_of(const op2d& a) {
    std::vector<op> words;
    for (const auto& t : a.terms()) words.insert(words.end(), {t.rows, t.cols});
    return words;
}

bool is_numeric(const expression& a) {
    const auto words = std::visit([](const auto& x) { return words_of(x); }, a);
    return std::ranges::all_of(words, &op::is_numeric);
}

proof_cost cost_of(const bank& a) {
    proof_cost total;
    for (const auto& word : a.words()) total += noble::cost_of(word);
    return total;
}

proof_cost cost_of_both(const expression& a, const expression& b) {
    const auto of = [](const auto& x) { return cost_of(x); };
    auto total = std::visit(of, a);
    return total += std::visit(of, b);
}

// Reading and taking a form apart costs something for each letter too.
double letters_of(const expression& a) {
    double letters = 0;
    for (const auto& word : std::visit([](const auto& x) { return words_of(x); }, a)) {
        letters += static_cast<double>(word.size());
    }
    return letters;
}

}  // namespace

decider::decider(const expression& a, const expression& b) {
    // A product of polynomials takes many times as long as one of numbers.
    const bool numeric = is_numeric(a) && is_numeric(b);
    budget_ = (numeric ? 10 : 4) * cost_of_both(a, b).products + (numeric ? 2e5 : 1e4);
}

bool decider::afford(const expression& a, const expression& b) {
    const auto cost = cost_of_both(a, b);
    if (cost.products > budget_ || cost.bytes > static_cast<double>(memory_limit())) return false;
    budget_ -= cost.products + letters_of(a) + letters_of(b);
    return true;
}

bool decider::equal(const expression& a, const expression& b) {
    if (a.index() != b.index() || !afford(a, b)) return false;
    return std::visit(
        [&](const auto& x) { return decide(x, std::get<std::decay_t<decltype(x)>>(b)).holds(); },
        a);
}

std::string unchanged(const std::string& text) { return text; }

near_miss_search::near_miss_search(written<expression> left, written<expression> right,
                                   const vocabulary& words)
    : left_(std::move(left)),
      right_(std::move(right)),
      words_(words),
      decider_(left_.word, right_.word) {}

// A hint is a courtesy: what cannot be read or decided is not claimed.
bool near_miss_search::holds(const std::string& equation) {
    if (equation.size() > longest_text) return false;
    try {
        const auto e = parse_equation(equation, words_);
        return decider_.equal(e.left, e.right);
    } catch (const error&) {
        return false;
    }
}

void near_miss_search::show(const std::string& claim, const std::string& equation) {
    hints_.push_back(equation.size() > longest_equation ? claim : claim + ": " + equation);
}

bool near_miss_search::propose(const std::string& claim, const side_text& left,
                               const side_text& right) {
    const auto text_of = [](const expression& a) {
        return std::visit([](const auto& x) { return to_string(x); }, a);
    };
    for (const auto& equation :
         {left(left_.text) + " == " + right(right_.text),
          left(text_of(left_.word)) + " == " + right(text_of(right_.word))}) {
        if (!holds(equation)) continue;
        show(claim, equation);
        return true;
    }
    return false;
}

}  // namespace noble
