// The laws by which every product of letters becomes Σ ↑·filter·↓: expanders move to the left,
// decimators to the right, numbers to the filter between them.
// P. P. Vaidyanathan, Multirate Systems and Filter Banks, 1993, §4.3 and §10.1.
#include <numeric>

#include "algebra/rewrite/inverse.hpp"
#include "algebra/rewrite/normal_word.hpp"
#include "algebra/rewrite/rules.hpp"
#include "base/checked.hpp"

namespace noble::rewriting {
namespace {

using checked::floor_div;
using checked::floor_mod;
using checked::mul;
using checked::neg;
using checked::sub;

maybe scale_past_up(const node::scale& c, const node::up& u) { return op(u) * op(c); }
maybe scale_past_down(const node::down& d, const node::scale& c) { return op(c) * op(d); }
maybe scale_past_conv(const node::conv& a, const node::scale& c) { return op(c) * op(a); }
maybe scale_past_delay(const node::delay& d, const node::scale& c) { return op(c) * op(d); }

// Components of one tap are written short: a delay, a number, nothing.
std::vector<op> component_letters(const sequence& q) {
    const op letter = normal_word(1, 1, q);
    const bool is_identity = std::holds_alternative<node::identity>(letter.root());
    return is_identity ? std::vector<op>{} : std::vector{letter};
}

op after(const op& u, const sequence& q) {
    auto factors = component_letters(q);
    factors.insert(factors.begin(), u);
    return product_of(factors);
}

op before(const op& d, const sequence& q) {
    auto factors = component_letters(q);
    factors.push_back(d);
    return product_of(factors);
}

// conv(q)·↑k = Σᵣ ↑(k, r)·conv(eᵣ), eᵣ[s] = q[ks + r − p], over 0 ≤ r < k; one term is noble-up.
std::vector<op> interpolator_terms(const node::conv& a, const node::up& u) {
    std::vector<op> terms;
    for (index_t r = 0; r < u.k; ++r) {
        const sequence component = down(u.k, sub(r, u.p))(a.q);
        if (component.count() != 0) terms.push_back(after(up(u.k, r), component));
    }
    return terms;
}

// ↓(k, p)·conv(q) = Σₘ conv(eₘ)·↓(k, m), eₘ[s] = q[ks + p − m], over 0 ≤ m < k.
std::vector<op> decimator_terms(const node::down& d, const node::conv& a) {
    std::vector<op> terms;
    for (index_t m = 0; m < d.k; ++m) {
        const sequence component = down(d.k, sub(d.p, m))(a.q);
        if (component.count() != 0) terms.push_back(before(down(d.k, m), component));
    }
    return terms;
}

// Sums of more components are not worth reading.
constexpr index_t most_branches = 64;

template <class Terms>
maybe one(index_t k, const Terms& terms_of) {
    if (k > most_branches) return {};
    const auto terms = terms_of();
    return terms.size() == 1 ? maybe(terms.front()) : maybe{};
}

template <class Terms>
maybe several(index_t k, const Terms& terms_of) {
    if (k > most_branches) return {};
    const auto terms = terms_of();
    return terms.size() > 1 ? maybe(sum_of(terms)) : maybe{};
}

maybe dilated_past_up(const node::conv& a, const node::up& u) {
    return one(u.k, [&] { return interpolator_terms(a, u); });
}
maybe interpolator(const node::conv& a, const node::up& u) {
    return several(u.k, [&] { return interpolator_terms(a, u); });
}
maybe dilated_past_down(const node::down& d, const node::conv& a) {
    return one(d.k, [&] { return decimator_terms(d, a); });
}
maybe decimator(const node::down& d, const node::conv& a) {
    return several(d.k, [&] { return decimator_terms(d, a); });
}

// Zero, in the rate of ↓(a, p)·↑(b, r), where gcd(a, b) does not divide r − p.
maybe never_meeting(const node::down& a, const node::up& b) {
    const index_t g = std::gcd(a.k, b.k);
    if (floor_mod(sub(b.p, a.p), g) == 0) return {};
    return exact(0) * up(b.k / g) * down(a.k / g);
}

// ↓(a, p)·↑(b, r) = ↑(b, y)·↓(a, x) of coprime a and b, where bx − ay = p − r and 0 ≤ y < b.
op swapped(const node::down& a, const node::up& b) {
    const index_t apart = sub(b.p, a.p);
    const index_t y = floor_mod(mul(floor_mod(apart, b.k), inverse(a.k, b.k)), b.k);
    return up(b.k, y) * down(a.k, sub(mul(a.k, y), apart) / b.k);
}

maybe down_past_up(const node::down& a, const node::up& b) {
    return std::gcd(a.k, b.k) == 1 && a.p == 0 && b.p == 0 ? maybe(swapped(a, b)) : maybe{};
}

maybe swap_phases(const node::down& a, const node::up& b) {
    return std::gcd(a.k, b.k) == 1 ? maybe(swapped(a, b)) : maybe{};
}

// Phases in 0 … k − 1, the whole turns as delays.
maybe turns_of_up(const node::up& u) {
    const index_t turns = floor_div(u.p, u.k);
    if (turns == 0) return {};
    return up(u.k, floor_mod(u.p, u.k)) * delay(turns);
}

maybe turns_of_down(const node::down& d) {
    const index_t turns = floor_div(d.p, d.k);
    if (turns == 0) return {};
    return delay(neg(turns)) * down(d.k, floor_mod(d.p, d.k));
}

}  // namespace

std::vector<product_law> polyphase_laws() {
    return {
        law("scale-commute", &scale_past_up),        law("scale-commute", &scale_past_down),
        law("scale-commute", &scale_past_conv),      law("scale-commute", &scale_past_delay),
        law("down-up-zero", &never_meeting),         law("down-up-commute", &down_past_up),
        law("down-up-commute-phases", &swap_phases), law("up-delay-phase", &turns_of_up),
        law("down-delay-phase", &turns_of_down),     law("noble-up", &dilated_past_up),
        law("noble-down", &dilated_past_down),       law("polyphase-interpolator-1", &interpolator),
        law("polyphase-decimator-1", &decimator),
    };
}

}  // namespace noble::rewriting
