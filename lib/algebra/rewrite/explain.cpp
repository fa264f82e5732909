// A search from both ends: words one law away, breadth first, until the two sides meet. Where it
// ends without success, both sides go to one word that is the same for equal operators: the short
// one, or the polyphase form.
#include "noble/explain.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <unordered_map>

#include "algebra/rewrite/polyphase_form.hpp"
#include "algebra/rewrite/rules.hpp"

namespace noble {
namespace {

/// How a word was reached from its end of the derivation.
struct arrival {
    op word;
    std::string from;  ///< the text of the word before; its own at the end itself
    std::string law;
    std::size_t steps = 0;
};

// Wider words than this lead nowhere worth reading.
index_t widest(const op& a, const op& b) { return 2 * std::max(a.size(), b.size()) + 8; }

// Of all the words of one side: where kernels are long, few words are seen.
constexpr std::size_t most_bytes = 1'000'000;

class side {
 public:
    explicit side(const op& start) { add({start, to_string(start), "", 0}); }

    bool add(arrival a) {
        const std::string text = to_string(a.word);
        if (!reached_.emplace(text, std::move(a)).second) return false;
        bytes_ += text.size();
        open_.push_back(text);
        return true;
    }

    [[nodiscard]] bool done() const { return open_.empty() || bytes_ > most_bytes; }
    [[nodiscard]] std::size_t size() const { return reached_.size(); }
    [[nodiscard]] const arrival* find(const std::string& text) const {
        const auto found = reached_.find(text);
        return found == reached_.end() ? nullptr : &found->second;
    }

    arrival take() {
        arrival next = *find(open_.front());
        open_.pop_front();
        return next;
    }

    /// From this end to the word.
    [[nodiscard]] derivation path_to(const std::string& text) const {
        derivation path;
        for (const arrival* a = find(text); a->steps > 0;) {
            const arrival* before = find(a->from);
            path.push_back({a->law, before->word, a->word});
            a = before;
        }
        std::ranges::reverse(path);
        return path;
    }

 private:
    std::unordered_map<std::string, arrival> reached_;
    std::deque<std::string> open_;
    std::size_t bytes_ = 0;
};

derivation reversed(derivation steps) {
    std::ranges::reverse(steps);
    for (auto& step : steps) std::swap(step.before, step.after);
    return steps;
}

derivation joined(derivation first, const derivation& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

// Widens one side by one word; the text at which it met the other side, if it did.
std::optional<std::string> widen(side& here, const side& there, index_t most) {
    const arrival from = here.take();
    const std::string text = to_string(from.word);
    for (const auto& next : rewriting::neighbours(from.word)) {
        if (next.word.size() > most) continue;
        if (!here.add({next.word, text, std::string(next.law), from.steps + 1})) continue;
        std::string met = to_string(next.word);
        if (there.find(met) != nullptr) return met;
    }
    return {};
}

std::optional<derivation> by_search(const op& a, const op& b, const search_bounds& bounds) {
    std::array sides{side(a), side(b)};
    const auto open = [&](const side& s) { return !s.done() && s.size() < bounds.words; };
    while (open(sides[0]) || open(sides[1])) {
        const bool second =
            !open(sides[0]) || (open(sides[1]) && sides[1].size() < sides[0].size());
        side& here = sides[second ? 1 : 0];
        const auto met = widen(here, sides[second ? 0 : 1], widest(a, b));
        if (met) return joined(sides[0].path_to(*met), reversed(sides[1].path_to(*met)));
    }
    return {};
}

// a → word = word → b, cut short where the two traces pass one word.
std::optional<derivation> through(const op& a, const simplification& left, const op& b,
                                  const simplification& right) {
    if (!same_word(left.word, right.word)) return {};
    for (std::size_t i = 0; i <= left.trace.size(); ++i) {
        const op& here = i == 0 ? a : left.trace[i - 1].after;
        for (std::size_t j = 0; j <= right.trace.size(); ++j) {
            const op& there = j == 0 ? b : right.trace[j - 1].after;
            if (!same_word(here, there)) continue;
            const auto n = [](std::size_t k) { return static_cast<std::ptrdiff_t>(k); };
            return joined({left.trace.begin(), left.trace.begin() + n(i)},
                          reversed({right.trace.begin(), right.trace.begin() + n(j)}));
        }
    }
    return {};
}

std::optional<derivation> by_simplifying(const op& a, const op& b) {
    return through(a, simplify_traced(a), b, simplify_traced(b));
}

std::optional<derivation> by_phases(const op& a, const op& b) {
    const auto forms = rewriting::polyphase_forms_of(a, b);
    return forms ? through(a, forms->left, b, forms->right) : std::nullopt;
}

bool uses_canonical_form(const derivation& steps) {
    return std::ranges::count(steps, "canonical-form", &rewrite_step::law) > 0;
}

bool holds(const derivation& steps) {
    return std::ranges::all_of(steps, [](const auto& s) { return s.before == s.after; });
}

}  // namespace

std::optional<derivation> explain(const op& a, const op& b, const search_bounds& bounds) {
    if (same_word(a, b)) return derivation{};
    if (!(a == b)) return {};
    const auto good = [&](const std::optional<derivation>& steps) {
        return steps && steps->size() <= bounds.steps && holds(*steps);
    };
    if (auto steps = by_search(a, b, bounds); good(steps)) return steps;
    auto simplified = by_simplifying(a, b);
    auto phases = by_phases(a, b);
    if (!good(phases)) return good(simplified) ? simplified : std::nullopt;
    const bool by_laws = good(simplified) && !uses_canonical_form(*simplified);
    return by_laws && simplified->size() <= phases->size() ? simplified : phases;
}

std::string to_string(const op& start, const derivation& steps) {
    std::vector<std::string> words{to_string(start)};
    for (const auto& step : steps) words.push_back(to_string(step.after));
    // Laws stand in one column, beyond which only long words reach.
    constexpr std::size_t column = 80;
    const auto width = std::min(column, std::ranges::max(words, {}, &std::string::size).size());
    std::string text = "   " + words.front() + "\n";
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::string& word = words[i + 1];
        const std::string gap(std::max(width, word.size()) - word.size(), ' ');
        text += "=  " + word + gap + "   [" + steps[i].law + "]\n";
    }
    return text;
}

}  // namespace noble
