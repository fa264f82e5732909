#include "algebra/rewrite/polyphase_form.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "algebra/rewrite/measure.hpp"
#include "algebra/rewrite/normal_form.hpp"
#include "algebra/rewrite/normal_word.hpp"
#include "algebra/rewrite/rules.hpp"
#include "base/checked.hpp"
#include "noble/error.hpp"

namespace noble::rewriting {
namespace {

using words = std::vector<op>;

constexpr std::size_t most_terms = 128;
constexpr std::size_t most_factors = 128;
constexpr index_t most_taps = 256;
constexpr index_t most_period = 32;

void require_readable(bool readable) {
    if (!readable) throw limit_error("a polyphase form of more terms than can be read");
}

words factors_of(const op& term) {
    const auto* product = std::get_if<node::product>(&term.root());
    return product == nullptr ? words{term} : product->factors;
}

// A·(B + C)·D = A·B·D + A·C·D, down to products of letters.
words expanded(const op& a) {
    words terms;
    if (const auto* sum = std::get_if<node::sum>(&a.root())) {
        for (const auto& term : sum->terms) {
            const words more = expanded(term);
            terms.insert(terms.end(), more.begin(), more.end());
        }
        return terms;
    }
    const auto* product = std::get_if<node::product>(&a.root());
    if (product == nullptr) return {a};
    terms = {identity()};
    for (const auto& factor : product->factors) {
        const words right = expanded(factor);
        require_readable(terms.size() * right.size() <= most_terms);
        words next;
        for (const auto& left : terms) {
            for (const auto& r : right)
                next.push_back(&factor == &product->factors.front() ? r : left * r);
        }
        terms = std::move(next);
    }
    return terms;
}

// The laws in the order in which they are tried: one that makes words shorter comes before one
// that makes them longer.
constexpr std::array order{"identity",
                           "delay-zero",
                           "down-one",
                           "up-one",
                           "scale-one",
                           "scale-scale",
                           "conv-short",
                           "delay-delay",
                           "conv-absorbs-delay",
                           "conv-conv",
                           "scale-conv",
                           "scale-delay",
                           "scale-commute",
                           "up-phase",
                           "down-phase",
                           "up-up",
                           "down-down",
                           "down-up",
                           "down-up-turns",
                           "down-up-zero",
                           "down-up-common-factor",
                           "polyphase-component",
                           "noble-up",
                           "noble-down",
                           "down-up-commute",
                           "down-up-commute-phases",
                           "up-delay-phase",
                           "down-delay-phase",
                           "polyphase-interpolator-1",
                           "polyphase-decimator-1"};

// A letter's law as one of a product of one factor.
product_law of_letter(const word_law& a) {
    return {a.name, 1, [apply = a.apply](std::span<const op> letter) -> maybe {
                const auto found = apply(letter.front());
                return found.empty() ? maybe{} : maybe(found.front());
            }};
}

// By name, from the first table that has it.
std::vector<product_law> laws_in_order() {
    std::vector<std::vector<product_law>> tables{polyphase_laws()};
    tables.emplace_back(product_laws().begin(), product_laws().end());
    tables.emplace_back();
    for (const auto& a : word_laws()) tables.back().push_back(of_letter(a));
    std::vector<product_law> laws;
    for (const std::string_view name : order) {
        const auto has = [&](const auto& t) {
            return std::ranges::count(t, name, &product_law::name) > 0;
        };
        const auto table = std::ranges::find_if(tables, has);
        if (table == tables.end()) throw std::logic_error("no law is called " + std::string(name));
        std::ranges::copy_if(*table, std::back_inserter(laws),
                             [&](const auto& a) { return a.name == name; });
    }
    return laws;
}

std::optional<op> applied_once(const product_law& law, const op& term) {
    const words factors = factors_of(term);
    for (std::size_t i = 0; i + law.width <= factors.size(); ++i) {
        const auto with = law.apply(std::span(factors).subspan(i, law.width));
        if (with) return spliced(factors, i, law.width, *with);
    }
    return {};
}

bool is_zero(const op& term) {
    return std::ranges::any_of(factors_of(term), [](const op& a) {
        const auto* c = std::get_if<node::scale>(&a.root());
        return c != nullptr && c->c.is_zero();
    });
}

// ↑(L, r)·middle·↓(M, m); L = 1 and M = 1 are not written.
struct block {
    words up;
    words middle;
    words down;
    /// L, r and m: terms of one place are added.
    using place = std::array<index_t, 3>;
    place at{1, 0, 0};

    explicit block(const op& term) : middle(factors_of(term)) {
        if (const auto* u = std::get_if<node::up>(&middle.front().root())) {
            at[0] = u->k;
            at[1] = u->p;
            up = {middle.front()};
            middle.erase(middle.begin());
        }
        if (middle.empty()) return;
        if (const auto* d = std::get_if<node::down>(&middle.back().root())) {
            at[2] = d->p;
            down = {middle.back()};
            middle.pop_back();
        }
    }

    [[nodiscard]] index_t outputs() const { return at[0]; }

    // With another word in the middle; the identity is not written.
    [[nodiscard]] op with(const op& other) const {
        words factors = up;
        if (!std::holds_alternative<node::identity>(other.root())) factors.push_back(other);
        factors.insert(factors.end(), down.begin(), down.end());
        return product_of(factors);
    }
};

bool is_number(const op& middle) {
    return std::holds_alternative<node::identity>(middle.root()) ||
           std::holds_alternative<node::scale>(middle.root());
}

// Σₚₛ ↑(g, p)·conv(q[gt + p − s])·↓(g, s): a filter on g phases, or a number on each of them.
op on_phases(const op& middle, index_t g) {
    const sequence q = middle(sequence{1});
    words terms;
    for (index_t p = 0; p < g; ++p) {
        for (index_t s = 0; s < g; ++s) {
            const sequence component = noble::down(g, p - s)(q);
            if (component.count() == 0) continue;
            const op inside = is_number(middle) ? middle : normal_word(1, 1, component);
            terms.push_back(block(noble::up(g, p) * noble::down(g, s)).with(inside));
        }
    }
    return sum_of(terms);
}

class writer {
 public:
    explicit writer(const op& start) : result_{start, {}} {}

    // Every term as ↑·filter·↓, one for each pair of phases.
    void open_and_collect() {
        open();
        collect();
        open();
    }

    [[nodiscard]] index_t period() const {
        if (done_) return 1;
        index_t common = 1;
        for (const auto& term : terms()) common = checked::lcm(common, block(term).outputs());
        return common / result_.word.rate().outputs;
    }

    void stretch(index_t period) {
        if (done_) return;
        stretch_where(period, true);
        stretch_where(period, false);
        open_and_collect();
    }

    [[nodiscard]] const simplification& result() const { return result_; }

 private:
    [[nodiscard]] words terms() const {
        const auto* sum = std::get_if<node::sum>(&result_.word.root());
        return sum == nullptr ? words{result_.word} : sum->terms;
    }

    bool step(std::string_view law, const words& terms) {
        require_readable(terms.size() <= most_terms);
        const op next = sum_of(terms);
        if (same_word(next, result_.word)) return false;
        result_.trace.push_back({std::string(law), result_.word, next});
        result_.word = next;
        return true;
    }

    bool throughout(const product_law& law) {
        words changed = terms();
        for (auto& term : changed) {
            while (auto next = applied_once(law, term)) {
                term = *next;
                require_readable(factors_of(term).size() <= most_factors);
            }
        }
        return step(law.name, changed);
    }

    bool drop_zeros() {
        words kept = terms();
        std::erase_if(kept, is_zero);
        if (kept.empty()) {
            done_ = true;
            kept = {*normal_form(result_.word, 1)};
        }
        return step("zero", kept);
    }

    void open() {
        static const auto laws = laws_in_order();
        const auto one = [&] {
            return step("distributive", expanded(result_.word)) || drop_zeros() ||
                   std::ranges::any_of(laws, [&](const auto& law) { return throughout(law); });
        };
        while (!done_ && one()) {
        }
    }

    // The terms, ordered by place, those of one place made one by join(place, their middles).
    template <class Join>
    words joined(const Join& join) const {
        std::map<block::place, words> middles;
        for (const auto& term : terms()) {
            middles[block(term).at].push_back(product_of(block(term).middle));
        }
        words result;
        for (const auto& term : terms()) {
            const auto group = middles.extract(block(term).at);
            if (group.empty()) continue;
            const words made = join(block(term), group.mapped());
            result.insert(result.end(), made.begin(), made.end());
        }
        return result;
    }

    void collect() {
        if (done_) return;
        words sorted = terms();
        std::ranges::stable_sort(sorted, {}, [](const op& a) { return block(a).at; });
        step("sum-commute", sorted);
        const auto added = [](const block& b, const words& middles) {
            const sequence kernel = sum_of(middles)(sequence{1});
            return words{b.with(middles.size() == 1 ? middles.front() : normal_word(1, 1, kernel))};
        };
        const auto numbers = [&](const block& b, const words& middles) {
            if (std::ranges::all_of(middles, is_number)) return added(b, middles);
            words same;
            for (const auto& middle : middles) same.push_back(b.with(middle));
            return same;
        };
        const auto factored = [](const block& b, const words& middles) {
            return words{b.with(sum_of(middles))};
        };
        step("like-terms", joined(numbers));
        const words sums = joined(added);
        step("distributive", joined(factored));
        step("conv-sum", sums);
    }

    void stretch_where(index_t period, bool number) {
        words changed = terms();
        for (auto& term : changed) {
            const block b(term);
            const op middle = product_of(b.middle);
            const index_t g = period * result_.word.rate().outputs / b.outputs();
            if (g > 1 && is_number(middle) == number) term = b.with(on_phases(middle, g));
        }
        step(number ? "comb-partition" : "polyphase-block", changed);
    }

    simplification result_;
    bool done_ = false;  ///< the operator is zero
};

}  // namespace

std::optional<polyphase_forms> polyphase_forms_of(const op& a, const op& b) {
    if (measure_of(a).taps + measure_of(b).taps > most_taps) return {};
    try {
        writer left(a);
        writer right(b);
        left.open_and_collect();
        right.open_and_collect();
        const index_t period = checked::lcm(left.period(), right.period());
        require_readable(period <= most_period);
        left.stretch(period);
        right.stretch(period);
        return polyphase_forms{left.result(), right.result()};
    } catch (const limit_error&) {
        return {};
    }
}

}  // namespace noble::rewriting
