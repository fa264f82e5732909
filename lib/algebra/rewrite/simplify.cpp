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
// Longer words that have a normal form are not rewritten letter by letter on the way to it.
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

class simplifier {
 public:
    // Each step lowers the measure of the part, or ends at its normal form, which is final.
    op simplified(op a, const context& in) {
        const auto target = short_word(a);
        if (target && a.size() > traced_letters) return moved("canonical-form", a, *target, in);
        while (!(target && same_word(a, *target))) {
            if (const auto part = with_simpler_part(a, in)) {
                a = *part;
            } else if (const auto next = lesser(a)) {
                a = moved(next->law, a, next->word, in);
            } else {
                return target ? moved("canonical-form", a, *target, in) : a;
            }
        }
        return a;
    }

    derivation trace;

 private:
    static std::optional<op> short_word(const op& a) {
        auto word = rewriting::normal_form(a);
        if (!word && a.size() > most_letters) {
            throw limit_error("simplify: a word of " + std::to_string(a.size()) +
                              " letters; the limit is " + std::to_string(most_letters));
        }
        return word;
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
