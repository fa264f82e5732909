#include "algebra/rewrite/polyphase_form.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "algebra/canonical/normal_word.hpp"
#include "algebra/rewrite/branch.hpp"
#include "algebra/rewrite/measure.hpp"
#include "algebra/rewrite/normal_form.hpp"
#include "algebra/rewrite/rules.hpp"
#include "algebra/words/parts.hpp"
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

std::optional<op> applied_once(const law_rewrite& rewrite, const op& term) {
    const words factors = factors_of(term);
    for (std::size_t i = 0; i + rewrite.width <= factors.size(); ++i) {
        const auto with = rewrite.apply(std::span(factors).subspan(i, rewrite.width));
        if (!with.empty()) return spliced(factors, i, rewrite.width, with.front());
    }
    return {};
}

bool is_zero(const op& term) {
    return std::ranges::any_of(factors_of(term), [](const op& a) {
        const auto* c = std::get_if<node::scale>(&a.root());
        return c != nullptr && c->c.is_zero();
    });
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
        for (const auto& term : terms()) common = checked::lcm(common, branch(term).outputs());
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
    [[nodiscard]] words terms() const { return terms_of(result_.word); }

    bool step(std::string_view law, const words& terms) {
        require_readable(terms.size() <= most_terms);
        const op next = sum_of(terms);
        if (same_word(next, result_.word)) return false;
        result_.trace.push_back({std::string(law), result_.word, next});
        result_.word = next;
        return true;
    }

    bool throughout(const rule& r) {
        words changed = terms();
        for (auto& term : changed) {
            while (auto next = applied_once(*r.rewrite, term)) {
                term = *next;
                require_readable(factors_of(term).size() <= most_factors);
            }
        }
        return step(r.law, changed);
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
        static const auto rules = rules_for(rewrite_purpose::phases);
        const auto one = [&] {
            return step("distributive", expanded(result_.word)) || drop_zeros() ||
                   std::ranges::any_of(rules, [&](const auto& r) { return throughout(r); });
        };
        while (!done_ && one()) {
        }
    }

    // The terms, ordered by place, those of one place made one by join(place, their middles).
    template <class Join>
    words joined(const Join& join) const {
        std::map<branch::place, words> middles;
        for (const auto& term : terms()) {
            middles[branch(term).at].push_back(product_of(branch(term).middle));
        }
        words result;
        for (const auto& term : terms()) {
            const auto of_place = middles.extract(branch(term).at);
            if (of_place.empty()) continue;
            const words made = join(branch(term), of_place.mapped());
            result.insert(result.end(), made.begin(), made.end());
        }
        return result;
    }

    void collect() {
        if (done_) return;
        words sorted = terms();
        std::ranges::stable_sort(sorted, {}, [](const op& a) { return branch(a).at; });
        step("sum-commute", sorted);
        const auto added = [](const branch& b, const words& middles) {
            const sequence kernel = sum_of(middles)(sequence{1});
            return words{b.with(middles.size() == 1 ? middles.front() : normal_word(1, 1, kernel))};
        };
        const auto numbers = [&](const branch& b, const words& middles) {
            if (std::ranges::all_of(middles, is_number)) return added(b, middles);
            words same;
            for (const auto& middle : middles) same.push_back(b.with(middle));
            return same;
        };
        const auto factored = [](const branch& b, const words& middles) {
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
            const branch b(term);
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
