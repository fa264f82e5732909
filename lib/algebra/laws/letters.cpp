// ↓k and ↑k among themselves.
#include <numeric>
#include <set>

#include "algebra/laws/rule.hpp"
#include "algebra/laws/tables.hpp"
#include "algebra/numbers/modular_inverse.hpp"
#include "algebra/words/parts.hpp"
#include "base/checked.hpp"

namespace noble::law_tables {
namespace {

using checked::add;
using checked::floor_div;
using checked::floor_mod;
using checked::mul;
using checked::neg;
using checked::sub;

maybe same_phase(const node::down& a, const node::up& b) {
    return a == node::down{b.k, b.p} ? maybe(identity()) : maybe{};
}

maybe whole_turns(const node::down& a, const node::up& b) {
    const index_t t = sub(b.p, a.p);
    if (a.k != b.k || t == 0 || floor_mod(t, a.k) != 0) return {};
    return delay(t / a.k);
}

// y[n] = x[m] where an + p = bm + r, so (a/g)n − (b/g)m = (r − p)/g for g = gcd(a, b); where g does
// not divide r − p there is no such pair.
bool meets(const node::down& a, const node::up& b) {
    return floor_mod(sub(b.p, a.p), std::gcd(a.k, b.k)) == 0;
}

op without_trivial(const op& left, const op& right) {
    if (left.rate() == rate{}) return right;
    return right.rate() == rate{} ? left : left * right;
}

// 0·↓(a/g)·↑(b/g), where one of the two is by 1.
maybe no_meeting(const node::down& a, const node::up& b) {
    const index_t g = std::gcd(a.k, b.k);
    const bool both = a.k != g && b.k != g;
    if (both || meets(a, b)) return {};
    return exact(0) * without_trivial(down(a.k / g), up(b.k / g));
}

maybe no_meeting_at_any_rate(const node::down& a, const node::up& b) {
    const index_t g = std::gcd(a.k, b.k);
    return meets(a, b) ? maybe{} : maybe(exact(0) * up(b.k / g) * down(a.k / g));
}

maybe common_factor(const node::down& a, const node::up& b) {
    const index_t g = std::gcd(a.k, b.k);
    const index_t t = sub(b.p, a.p);
    if (a.k == b.k || g == 1 || floor_mod(t, g) != 0) return {};
    if (a.k == g) return up(b.k / g, t / g);
    const index_t p = neg(t / g);
    return b.k == g ? down(a.k / g, p) : down(a.k / g, p) * up(b.k / g);
}

bool are_coprime(const node::down& a, const node::up& b) { return std::gcd(a.k, b.k) == 1; }
bool are_plain(const node::down& a, const node::up& b) { return a.p == 0 && b.p == 0; }

maybe expander_first(const node::up& b, const node::down& a) {
    return are_coprime(a, b) && are_plain(a, b) ? maybe(op(a) * op(b)) : maybe{};
}

maybe decimator_first(const node::down& a, const node::up& b) {
    return are_coprime(a, b) && are_plain(a, b) ? maybe(op(b) * op(a)) : maybe{};
}

// ↑(b, r)·↓(a, p) = ↓(a, bp − ar)·↑b
maybe phase_to_decimator(const node::up& b, const node::down& a) {
    if (!are_coprime(a, b) || are_plain(a, b)) return {};
    return down(a.k, sub(mul(b.k, a.p), mul(a.k, b.p))) * up(b.k);
}

// ↓(a, p)·↑(b, r) = ↑(b, y)·↓(a, x), where bx − ay = p − r and 0 ≤ y < b.
maybe phases_to_both(const node::down& a, const node::up& b) {
    if (!are_coprime(a, b)) return {};
    const index_t apart = sub(b.p, a.p);
    const index_t y = floor_mod(mul(floor_mod(apart, b.k), modular_inverse(a.k, b.k)), b.k);
    return up(b.k, y) * down(a.k, sub(mul(a.k, y), apart) / b.k);
}

// ↑(a, p)·↓(b, r) with 0 ≤ p < a
maybe turned_back(const node::up& a, const node::down& b) {
    const index_t turns = floor_div(a.p, a.k);
    if (turns == 0) return {};
    return up(a.k, sub(a.p, mul(a.k, turns))) * down(b.k, sub(b.p, mul(b.k, turns)));
}

struct comb {
    node::up up;
    node::down down;
};

std::optional<comb> as_comb(const op& term, index_t k) {
    const words f = factors_of(term);
    const auto* u = f.size() == 2 ? std::get_if<node::up>(&f[0].root()) : nullptr;
    const auto* d = f.size() == 2 ? std::get_if<node::down>(&f[1].root()) : nullptr;
    if (u == nullptr || d == nullptr || u->k != k || d->k != k) return {};
    return comb{*u, *d};
}

// Σᵣ ↑(k, r + d)·↓(k, r) = delay(d), r over the residues modulo k: the polyphase components put
// together again.
maybe all_combs(const node::sum& s) {
    const auto k = static_cast<index_t>(s.terms.size());
    std::set<index_t> residues;
    std::optional<index_t> lag;
    for (const auto& term : s.terms) {
        const auto part = as_comb(term, k);
        if (!part) return {};
        const index_t moved = sub(part->up.p, part->down.p);
        if (lag.value_or(moved) != moved) return {};
        lag = moved;
        residues.insert(floor_mod(part->down.p, k));
    }
    if (static_cast<index_t>(residues.size()) != k) return {};
    return *lag == 0 ? identity() : delay(*lag);
}

std::vector<law> cascades() {
    return {
        {.name = "down-down",
         .says = "Two decimators in a row are one; the phases add up at the input's rate.",
         .formula = "down(a, p) * down(b, r) == down(a*b, b*p + r)",
         .source = vaidyanathan_4,
         .ranges = {"a=1..4", "b=1..4", "p=-2..3", "r=-2..3"},
         .example = {{"a", 2}, {"b", 2}, {"p", 0}, {"r", 1}},
         .rewrites = {rule(41,
                           [](const node::down& a, const node::down& b) {
                               return down(mul(a.k, b.k), add(mul(b.k, a.p), b.p));
                           })}},
        {.name = "up-up",
         .says = "Two expanders in a row are one: the transpose of down-down.",
         .formula = "up(b, r) * up(a, p) == up(a*b, b*p + r)",
         .source = vaidyanathan_4,
         .ranges = {"a=1..4", "b=1..4", "p=-2..3", "r=-2..3"},
         .example = {{"a", 2}, {"b", 2}, {"p", 0}, {"r", 1}},
         .rewrites = {rule(40,
                           [](const node::up& b, const node::up& a) {
                               return up(mul(a.k, b.k), add(mul(b.k, a.p), b.p));
                           })}},
    };
}

std::vector<law> opposites() {
    return {
        {.name = "down-up",
         .says = "What an expander inserted, a decimator of the same phase drops again.",
         .formula = "down(k, p) * up(k, r) == id",
         .source = vaidyanathan_4,
         .ranges = {"k=2..6", "p=-3..6", "r=-3..6"},
         .condition = law_condition{"p == r", {{"k", 2}, {"p", 1}, {"r", 0}}},
         .example = {{"k", 2}, {"p", 1}, {"r", 1}},
         .rewrites = {rule(42, same_phase)}},
        {.name = "down-up-turns",
         .says = "Phases a whole number of periods apart differ by a delay.",
         .formula = "down(k, p + k*m) * up(k, p) == delay(-m)",
         .source = vaidyanathan_4,
         .ranges = {"k=1..6", "p=-3..6", "m=-3..3"},
         .example = {{"k", 3}, {"p", 1}, {"m", -1}},
         .rewrites = {rule(43, whole_turns)}},
        {.name = "down-up-zero",
         .says = "A decimator that looks only at inserted zeros gives zero.",
         .formula = "down(k, p) * up(k, r) == 0 * id",
         .source = vaidyanathan_4,
         .ranges = {"k=1..6", "p=-3..6", "r=-3..6"},
         .condition = law_condition{"(p - r) % k != 0", {{"k", 2}, {"p", 3}, {"r", 1}}},
         .example = {{"k", 2}, {"p", 1}, {"r", 0}},
         .rewrites = {rule(44, search, no_meeting), rule(44, phases, no_meeting_at_any_rate)}},
    };
}

std::vector<law> passing() {
    return {
        {.name = "down-up-commute",
         .says = "Decimator and expander change places exactly if their factors are coprime.",
         .formula = "down(a) * up(b) == up(b) * down(a)",
         .source = vaidyanathan_4_2,
         .ranges = {"a=1..12", "b=1..12"},
         .condition = law_condition{"gcd(a,b) == 1", {{"a", 2}, {"b", 2}}},
         .example = {{"a", 2}, {"b", 3}},
         .rewrites = {rule(60, search, expander_first), rule(60, decimator_first)}},
        {.name = "down-up-commute-phases",
         .says = "The same with phases: each is multiplied by the factor that it passes.",
         .formula = "down(a, b*p) * up(b, a*r) == up(b, r) * down(a, p)",
         .source = vaidyanathan_4,
         .ranges = {"a=1..6", "b=1..6", "p=-1..2", "r=-1..2"},
         .condition = law_condition{"gcd(a,b) == 1", {{"a", 2}, {"b", 2}, {"p", 0}, {"r", 0}}},
         .example = {{"a", 2}, {"b", 3}, {"p", 1}, {"r", 0}},
         .rewrites = {rule(61, search, phase_to_decimator), rule(61, phases, phases_to_both)}},
        {.name = "down-up-common-factor",
         .says = "A common factor of decimator and expander cancels.",
         .formula = "down(k*a) * up(k*b) == down(a) * up(b)",
         .source = vaidyanathan_4,
         .ranges = {"k=1..5", "a=1..5", "b=1..5"},
         .example = {{"k", 2}, {"a", 2}, {"b", 1}},
         .rewrites = {rule(45, common_factor)}},
    };
}

std::vector<law> comb_projections() {
    return {
        {.name = "comb",
         .says = "Decimating, then expanding is a sampling comb, a projection: twice is once.",
         .formula = "(up(k, p) * down(k, p))^2 == up(k, p) * down(k, p)",
         .source = vaidyanathan_4,
         .ranges = {"k=1..8", "p=-3..8"},
         .example = {{"k", 3}, {"p", 1}}},
        {.name = "comb-symmetric",
         .says = "The comb is its own transpose, so the projection is orthogonal.",
         .formula = "(up(k, p) * down(k, p)).T == up(k, p) * down(k, p)",
         .source = vaidyanathan_4,
         .ranges = {"k=1..8", "p=-3..8"},
         .example = {{"k", 2}, {"p", 1}}},
        {.name = "comb-period",
         .says = "Only the phases modulo the factors matter to a comb, and they turn together.",
         .formula = "up(a, p + a*m) * down(b, r + b*m) == up(a, p) * down(b, r)",
         .source = vaidyanathan_4,
         .ranges = {"a=1..4", "b=1..4", "p=-2..3", "r=-2..3", "m=-2..2"},
         .example = {{"a", 2}, {"b", 2}, {"p", 1}, {"r", 1}, {"m", 1}},
         .rewrites = {rule(62, search, turned_back)}},
    };
}

std::vector<law> comb_sums() {
    return {
        {.name = "comb-orthogonal",
         .says = "Combs of different phases exclude each other.",
         .formula = "up(k, p) * down(k, p) * up(k, r) * down(k, r) == 0 * id",
         .source = vaidyanathan_4,
         .ranges = {"k=1..5", "p=-2..5", "r=-2..5"},
         .condition = law_condition{"(p - r) % k != 0", {{"k", 2}, {"p", 0}, {"r", 2}}},
         .example = {{"k", 2}, {"p", 0}, {"r", 1}}},
        {.name = "comb-partition",
         .says = "The combs of all phases add up to the signal.",
         .formula = "sum(p=0..k-1, up(k, p) * down(k, p)) == id",
         .source = vaidyanathan_4_3,
         .ranges = {"k=1..16"},
         .example = {{"k", 3}},
         .rewrites = {rule(80, search, all_combs)}},
        {.name = "comb-modulation",
         .says = "The comb of 2 is the mean of the signal and the one with every odd sample "
                 "negated: x[n] and its alias (-1)^n x[n].",
         .formula = "2 * up(2) * down(2) == id + (up(2) * down(2) - up(2, 1) * down(2, 1))",
         .source = vaidyanathan_4},
    };
}

}  // namespace

law_group letters() {
    return group_of("Decimators and expanders",
                    {cascades(), opposites(), passing(), comb_projections(), comb_sums()});
}

}  // namespace noble::law_tables
