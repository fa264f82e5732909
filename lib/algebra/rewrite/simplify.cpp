#include <algorithm>
#include <functional>

#include "algebra/rewrite/measure.hpp"
#include "algebra/rewrite/normal_form.hpp"
#include "algebra/rewrite/rules.hpp"
#include "noble/error.hpp"
#include "noble/explain.hpp"

namespace noble {
namespace {

using rewriting::measure_of;
using rewriting::rewritten;

/// A part of the word, put back in its place in the whole.
using context = std::function<op(const op&)>;

constexpr index_t most_letters = 4096;
// Longer words are not rewritten letter by letter on the way to a normal shape that is shorter.
constexpr index_t traced_letters = 128;

// A letter that no law makes simpler: told without its canonical form, since words have many.
struct is_final {
    bool operator()(const node::identity& /*a*/) const { return true; }
    bool operator()(const node::delay& a) const { return a.d != 0; }
    bool operator()(const node::scale& a) const { return a.c != exact(1); }
    bool operator()(const node::down& a) const { return a.k > 1; }
    bool operator()(const node::up& a) const { return a.k > 1; }
    bool operator()(const node::conv& a) const {
        const auto& q = a.q;
        return q.count() > 1 && !q[q.first()].is_zero() && !q[q.last()].is_zero();
    }
    template <class Composite>
    bool operator()(const Composite& /*product, sum*/) const {
        return false;
    }
};

bool is_less(const op& a, const op& b) { return measure_of(a) < measure_of(b); }

/// What an operator becomes that no law makes shorter: its normal shape, made less by the laws.
struct normal {
    op shape;
    op word;
    derivation trace;  ///< shape → word
};

class simplifier {
 public:
    op simplified(const op& a, const context& in) {
        const auto target = normal_of(a);
        if (!target) return by_laws(a, in, {});
        const bool skipped = a.size() > traced_letters && !is_less(a, target->word);
        const op word = skipped ? a : by_laws(a, in, target->word);
        return is_less(word, target->word) ? word : normalised(word, *target, in);
    }

    derivation trace;

 private:
    // Nothing where the normal shape is longer than a and too long for the laws.
    static std::optional<normal> normal_of(const op& a) {
        const auto shape = rewriting::normal_form(a, std::max(a.size(), traced_letters));
        if (!shape) return {};
        if (shape->size() > traced_letters) return normal{*shape, *shape, {}};
        simplifier work;
        const op word = work.by_laws(*shape, [](const op& whole) { return whole; }, {});
        return normal{*shape, word, std::move(work.trace)};
    }

    // Each step lowers the measure of the part.
    op by_laws(op a, const context& in, const std::optional<op>& target) {
        require_short(a);
        while (!(target && same_word(a, *target))) {
            if (const auto part = with_simpler_part(a, in)) {
                a = *part;
            } else if (const auto next = lesser(a)) {
                a = moved(next->law, a, next->word, in);
            } else {
                break;
            }
        }
        return a;
    }

    op normalised(const op& a, const normal& target, const context& in) {
        if (same_word(a, target.word)) return a;
        moved("canonical-form", a, target.shape, in);
        for (const auto& step : target.trace) moved(step.law, step.before, step.after, in);
        return target.word;
    }

    static void require_short(const op& a) {
        if (a.size() <= most_letters) return;
        throw limit_error("simplify: a word of " + std::to_string(a.size()) +
                          " letters; the limit is " + std::to_string(most_letters));
    }

    op moved(std::string_view law, const op& from, const op& to, const context& in) {
        if (!same_word(from, to)) trace.push_back({std::string(law), in(from), in(to)});
        return to;
    }

    static std::optional<rewritten> lesser(const op& a) {
        std::optional<rewritten> found;
        const auto bound = measure_of(a);
        rewriting::at_root(a, [&](const rewritten& r) {
            if (measure_of(r.word) < bound) found = r;
            return found.has_value();
        });
        return found;
    }

    std::optional<op> with_simpler_part(const op& a, const context& in) {
        if (const auto* product = std::get_if<node::product>(&a.root())) {
            return with_simpler_part(product->factors, product_of, in);
        }
        const auto* sum = std::get_if<node::sum>(&a.root());
        return sum == nullptr ? std::nullopt : with_simpler_part(sum->terms, sum_of, in);
    }

    std::optional<op> with_simpler_part(const std::vector<op>& parts,
                                        op (*rebuild)(const std::vector<op>&), const context& in) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (std::visit(is_final{}, parts[i].root())) continue;
            std::vector<op> changed = parts;
            const context place = [&](const op& part) {
                changed[i] = part;
                return in(rebuild(changed));
            };
            const op simpler = simplified(parts[i], place);
            if (same_word(simpler, parts[i])) continue;
            changed[i] = simpler;
            return rebuild(changed);
        }
        return {};
    }
};

}  // namespace

simplification simplify_traced(const op& a) {
    simplifier work;
    const op word = work.simplified(a, [](const op& whole) { return whole; });
    if (!(word == a)) throw std::logic_error("simplify: a law changed the operator");
    return {word, std::move(work.trace)};
}

op simplify(const op& a) { return simplify_traced(a).word; }

}  // namespace noble
